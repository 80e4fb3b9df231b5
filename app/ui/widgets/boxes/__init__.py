# SPDX-License-Identifier: Apache-2.0
"""Layouts and frames that make room: they wrap, turn, fold, shorten and scroll."""
