# SPDX-License-Identifier: Apache-2.0
"""Looks: tokens, palette, one style sheet, icons by meaning."""
