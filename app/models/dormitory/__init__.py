# SPDX-License-Identifier: Apache-2.0
"""Tables of floors, rooms, beds and stays."""
