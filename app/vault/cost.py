# SPDX-License-Identifier: Apache-2.0
"""What a password costs to try; apart from the cryptography, which loads slowly."""

from typing import NamedTuple


class KdfCost(NamedTuple):
    """How much work a password costs: memory in KiB, passes, lanes."""

    memory: int = 64 * 1024
    passes: int = 3
    lanes: int = 4
