# SPDX-License-Identifier: Apache-2.0
"""Asrama: beds tonight and the room list."""
