# SPDX-License-Identifier: Apache-2.0
"""Lines to type in, open and secret."""
