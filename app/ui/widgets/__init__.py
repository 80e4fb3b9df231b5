# SPDX-License-Identifier: Apache-2.0
"""Small widgets every screen is made of."""
