# SPDX-License-Identifier: Apache-2.0
"""What an act may have changed; screens decide for themselves what to reload."""

from enum import StrEnum


class Topic(StrEnum):
    """A kind of thing that screens show."""

    ARRIVALS = "arrivals"
    PEOPLE = "people"
    BEDS = "beds"
    TASKS = "tasks"
    ALARMS = "alarms"
    SHIFT = "shift"
    STAFF = "staff"
    SHELTER = "shelter"
    PARTNERS = "partners"
    BACKUP = "backup"
    ROSTER = "roster"
    RETURNS = "returns"
    LOG = "log"
    CARE = "care"
    WHEREABOUTS = "whereabouts"
    NEEDS = "needs"
    HOLDS = "holds"
    RULES = "rules"
    PLANS = "plans"
    CARETAKING = "caretaking"
    ROUNDS = "rounds"
