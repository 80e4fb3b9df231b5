# SPDX-License-Identifier: Apache-2.0
"""One solver for beds, rain and weeks: numbers only, in a process of its own."""
