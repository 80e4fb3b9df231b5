# SPDX-License-Identifier: Apache-2.0
"""The building: wings, rooms, what they are for, and moves planned with them."""
