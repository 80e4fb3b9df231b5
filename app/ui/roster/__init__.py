# SPDX-License-Identifier: Apache-2.0
"""The roster on screen: a week of watches for the desk or for the wings."""
