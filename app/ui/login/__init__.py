# SPDX-License-Identifier: Apache-2.0
"""Login, lock and first run."""
