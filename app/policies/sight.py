# SPDX-License-Identifier: Apache-2.0
"""Who sees how much of which class of information.

The matrix follows domain §6.7 (least privilege); where two readings are possible the
stricter one is taken. Masking happens in the service that builds a row.
"""

from enum import StrEnum

from app.policies.access import Role


class InfoClass(StrEnum):
    """Classes of information of domain §6.7 that exist so far; columns declare theirs."""

    NOT_PERSONAL = "not_personal"
    PRESENCE = "I1"
    IDENTITY = "I2"
    CHRONOLOGY = "I3"
    CARE_NEEDS = "I4a"
    HEALTH = "I4b"
    SAFETY = "I6"
    FAMILY = "I7"
    ROOMS = "I9"
    PARTNERS = "I11"
    STAFF = "staff"
    AUDIT = "I14"
    SECRET = "secret"  # noqa: S105


class Sight(StrEnum):
    """How much of a class a role sees."""

    FULL = "full"
    MASKED = "masked"
    NONE = "none"


_SIGHT: dict[InfoClass, dict[Role, Sight]] = {
    InfoClass.PRESENCE: {
        Role.HEAD: Sight.FULL,
        Role.COORDINATOR: Sight.FULL,
        Role.DUTY_OFFICER: Sight.FULL,
        Role.CARETAKER: Sight.FULL,
        Role.SOCIAL_WORKER: Sight.FULL,
        Role.PSYCHOLOGIST: Sight.FULL,
        Role.SECRETARIAT: Sight.MASKED,
    },
    InfoClass.IDENTITY: {
        Role.HEAD: Sight.FULL,
        Role.COORDINATOR: Sight.FULL,
        Role.DUTY_OFFICER: Sight.MASKED,
        Role.SOCIAL_WORKER: Sight.FULL,
        Role.PSYCHOLOGIST: Sight.FULL,
        Role.SECRETARIAT: Sight.MASKED,
    },
    InfoClass.HEALTH: {
        Role.DUTY_OFFICER: Sight.MASKED,
        Role.CARETAKER: Sight.MASKED,
        Role.SOCIAL_WORKER: Sight.FULL,
        Role.PSYCHOLOGIST: Sight.FULL,
    },
    InfoClass.CHRONOLOGY: {
        Role.SOCIAL_WORKER: Sight.FULL,
        Role.PSYCHOLOGIST: Sight.FULL,
    },
    InfoClass.CARE_NEEDS: {
        Role.DUTY_OFFICER: Sight.FULL,
        Role.CARETAKER: Sight.FULL,
        Role.SOCIAL_WORKER: Sight.FULL,
        Role.PSYCHOLOGIST: Sight.FULL,
        Role.COORDINATOR: Sight.MASKED,
        Role.HEAD: Sight.MASKED,
    },
    InfoClass.SAFETY: {
        Role.HEAD: Sight.FULL,
        Role.COORDINATOR: Sight.FULL,
        Role.DUTY_OFFICER: Sight.MASKED,
        Role.CARETAKER: Sight.MASKED,
        Role.SOCIAL_WORKER: Sight.FULL,
        Role.PSYCHOLOGIST: Sight.FULL,
    },
    InfoClass.FAMILY: {
        Role.HEAD: Sight.FULL,
        Role.COORDINATOR: Sight.FULL,
        Role.DUTY_OFFICER: Sight.MASKED,
        Role.CARETAKER: Sight.MASKED,
        Role.SOCIAL_WORKER: Sight.FULL,
        Role.PSYCHOLOGIST: Sight.FULL,
    },
    InfoClass.PARTNERS: {
        Role.HEAD: Sight.FULL,
        Role.COORDINATOR: Sight.FULL,
        Role.DUTY_OFFICER: Sight.FULL,
        Role.SOCIAL_WORKER: Sight.FULL,
        Role.SECRETARIAT: Sight.FULL,
    },
    InfoClass.ROOMS: dict.fromkeys(Role, Sight.FULL),
    InfoClass.NOT_PERSONAL: dict.fromkeys(Role, Sight.FULL),
    InfoClass.STAFF: dict.fromkeys(Role, Sight.FULL),
    InfoClass.AUDIT: {Role.HEAD: Sight.FULL, Role.COORDINATOR: Sight.FULL},
}


def sight(role: Role, info: InfoClass) -> Sight:
    """Return how much of ``info`` a ``role`` sees; nothing where the matrix is silent."""
    return _SIGHT.get(info, {}).get(role, Sight.NONE)
