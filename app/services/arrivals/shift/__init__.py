# SPDX-License-Identifier: Apache-2.0
"""A shift and what it leaves to the next one."""
