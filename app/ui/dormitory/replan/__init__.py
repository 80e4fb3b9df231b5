# SPDX-License-Identifier: Apache-2.0
"""Planning the house anew: what for, who moves and why, before and after."""
