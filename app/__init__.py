# SPDX-License-Identifier: Apache-2.0
"""Teduh: an offline-first desktop application for the staff of a protective shelter."""

from datetime import date

__version__ = "0.1.0"
BUILT = date(2026, 11, 20)
"""The day this version was built: no PC can honestly show an earlier one."""
