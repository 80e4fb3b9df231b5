# SPDX-License-Identifier: Apache-2.0
"""The caretakers' books: roster, things handed out, rooms, TV room, headcount."""
