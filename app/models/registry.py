# SPDX-License-Identifier: Apache-2.0
"""All tables of the program; importing this module fills ``Base.metadata``."""

from app.models import audit, counter, installation
from app.models.arrivals import arrival, draft, partner, shift, task
from app.models.base import Base
from app.models.dormitory import rooms, stays
from app.models.people import person
from app.models.staff import account, shelter

metadata = Base.metadata

MODULES = (
    installation,
    counter,
    audit,
    shelter,
    account,
    person,
    shift,
    partner,
    arrival,
    draft,
    task,
    rooms,
    stays,
)
