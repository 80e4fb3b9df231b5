# SPDX-License-Identifier: Apache-2.0
"""Ctrl+K: people and rooms the role may see, tolerant of spelling."""
