# SPDX-License-Identifier: Apache-2.0
"""Who has which duty when."""
