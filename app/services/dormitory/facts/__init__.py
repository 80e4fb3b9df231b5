# SPDX-License-Identifier: Apache-2.0
"""What the rules are told: rows as facts, and the lists to choose from."""
