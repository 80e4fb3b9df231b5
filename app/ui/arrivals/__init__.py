# SPDX-License-Identifier: Apache-2.0
"""Meja jaga: the duty desk."""
