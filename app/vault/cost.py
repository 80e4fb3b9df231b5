# SPDX-License-Identifier: Apache-2.0
"""What a password costs to try; apart from the cryptography, which loads slowly."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KdfCost:
    """How much work a password costs: memory in KiB, passes, lanes."""

    memory: int = 64 * 1024
    passes: int = 3
    lanes: int = 4
