# SPDX-License-Identifier: Apache-2.0
"""All tables of the program; importing this module fills ``Base.metadata``."""

from app.models import audit, counter, installation
from app.models.arrivals import arrival, care, draft, group, night, partner, shift, task
from app.models.base import Base
from app.models.dormitory import (
    absences,
    caretaking,
    findings,
    holds,
    needs,
    plans,
    rooms,
    stays,
    watch,
)
from app.models.people import ages, births, departures, kin, person, returning, thresholds
from app.models.roster import duty
from app.models.staff import account, clock, shelter

metadata = Base.metadata

MODULES = (
    installation,
    counter,
    audit,
    shelter,
    account,
    clock,
    person,
    ages,
    births,
    kin,
    returning,
    thresholds,
    shift,
    partner,
    group,
    arrival,
    care,
    night,
    duty,
    draft,
    task,
    rooms,
    stays,
    absences,
    needs,
    watch,
    holds,
    plans,
    caretaking,
    findings,
    departures,
)
