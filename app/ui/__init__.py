# SPDX-License-Identifier: Apache-2.0
"""SCREENS: the only package that imports Qt."""
