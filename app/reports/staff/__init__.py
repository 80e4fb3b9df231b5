# SPDX-License-Identifier: Apache-2.0
"""Papers about the vault and the accounts."""
