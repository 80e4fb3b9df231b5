# SPDX-License-Identifier: Apache-2.0
"""What every paper says above and below its text."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Kop surat: who is above the house, its name, where it is and how it is reached.

    ``logo`` is a small PNG, or nothing.
    """

    superiors: tuple[str, ...] = ()
    name: str = ""
    address: tuple[str, ...] = ()
    phone: str = ""
    email: str = ""
    logo: bytes = b""

    @property
    def contact(self) -> str:
        """Return telephone and e-mail on one line."""
        phone = f"Telepon\N{NO-BREAK SPACE}{self.phone}" if self.phone else ""
        email = f"Surel\N{NO-BREAK SPACE}{self.email}" if self.email else ""
        return "  ·  ".join(filter(None, (phone, email)))


NO_HEAD = Letterhead()


@dataclass(frozen=True, slots=True)
class Sheet:
    """What every paper carries besides its content.

    ``code`` stands in the footer and never names a person; ``head`` is the audit head
    printed as proof.
    """

    letterhead: Letterhead
    code: str
    training: bool
    secrecy: str = "RAHASIA"
    head: str = ""

    def without_logo(self) -> "Sheet":
        """Return the same in words alone, as it is kept."""
        return replace(self, letterhead=replace(self.letterhead, logo=b""))
