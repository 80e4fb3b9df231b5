# SPDX-License-Identifier: Apache-2.0
"""Who sends women here: offices, police and organisations (paper: "perujuk")."""

import unicodedata
from enum import StrEnum

LONGEST_PARTNER = 120


class PartnerKind(StrEnum):
    """What kind of body a partner is (PP 9/2008, Perpres 22/2021: task force and services)."""

    SOCIAL_OFFICE = "social_office"
    POLICE = "police"
    NGO = "ngo"
    HOSPITAL = "hospital"
    SHELTER = "shelter"
    OTHER = "other"


def partner_key(name: str) -> str:
    """Return a name as it is compared: letters and digits only, in small letters."""
    folded = unicodedata.normalize("NFKD", name).casefold()
    return "".join(sign for sign in folded if sign.isalnum())
