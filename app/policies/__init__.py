# SPDX-License-Identifier: Apache-2.0
"""RULES: pure functions over frozen facts; the standard library only."""
