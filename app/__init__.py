# SPDX-License-Identifier: Apache-2.0
"""Teduh: an offline-first desktop application for the staff of a protective shelter."""

__version__ = "0.1.0"
