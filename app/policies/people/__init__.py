# SPDX-License-Identifier: Apache-2.0
"""Rules about people: ages, names, spellings."""
