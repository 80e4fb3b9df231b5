# SPDX-License-Identifier: Apache-2.0
"""The house planned anew: the fewest moves for a goal, seen before anybody moves."""
