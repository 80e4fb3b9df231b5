# SPDX-License-Identifier: Apache-2.0
"""KEYS: key slots and sealing; knows no database."""
