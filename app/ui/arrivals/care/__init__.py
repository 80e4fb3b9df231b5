# SPDX-License-Identifier: Apache-2.0
"""What each has with her and needs tonight, and whether she is in her bed."""
