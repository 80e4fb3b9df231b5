# SPDX-License-Identifier: Apache-2.0
"""What every paper says above and below its text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sheet:
    """What every paper carries besides its content.

    ``letterhead`` has up to four lines; ``code`` stands in the footer and never names
    a person; ``head`` is the audit head printed as proof.
    """

    letterhead: tuple[str, ...]
    code: str
    training: bool
    secrecy: str = "RAHASIA"
    head: str = ""
