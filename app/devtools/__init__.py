# SPDX-License-Identifier: Apache-2.0
"""Tour, bench and doctor: how the house is shown, measured and examined."""
