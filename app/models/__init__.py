# SPDX-License-Identifier: Apache-2.0
"""TABLES: mapped classes without behaviour."""
