# SPDX-License-Identifier: Apache-2.0
"""The one roster: desk, on call, wings."""
