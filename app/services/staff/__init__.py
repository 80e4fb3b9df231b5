# SPDX-License-Identifier: Apache-2.0
"""Acts on the shelter, its accounts and its vault."""
