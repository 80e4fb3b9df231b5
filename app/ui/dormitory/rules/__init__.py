# SPDX-License-Identifier: Apache-2.0
"""The shelter's own rules of rooms, and what one person's bed has to respect."""
