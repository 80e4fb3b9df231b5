# SPDX-License-Identifier: Apache-2.0
"""Registering whoever comes: one, a group, from paper, or completed later."""
