# SPDX-License-Identifier: Apache-2.0
"""The night desk at a glance: who waits, who is expected, who came."""
