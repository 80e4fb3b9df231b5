# SPDX-License-Identifier: Apache-2.0
"""The directory of partners, and arrivals that name one."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from app.errors import Denied, Refused
from app.models.arrivals.arrival import Arrival
from app.policies.answers import given
from app.policies.arrivals.partners import PartnerKind
from app.policies.arrivals.registration import CameBy
from app.policies.reasons import Reason
from app.services.arrivals.desk.partners import (
    ChangePartner,
    PartnerFacts,
    RetirePartner,
    add_partner,
    change_partner,
    partner_list,
    retire_partner,
)
from app.services.arrivals.register.register import RegisterArrival, register_arrival
from tests.conftest import Shelter, a_form

POLRES = PartnerFacts(PartnerKind.POLICE, "Polres Bogor", "Bogor", "0251-1")


def test_a_typed_name_finds_its_partner_and_an_unknown_one_is_kept(shelter: Shelter) -> None:
    shelter.act(add_partner, POLRES, "hendra")
    for typed in ("POLRES  bogor.", "Polsek Sukarame"):
        form = replace(a_form("Melati"), came_by=given(CameBy.POLICE), referrer=typed)
        shelter.act(register_arrival, RegisterArrival(form))
    with shelter.house.database.reading() as session:
        rows = session.execute(select(Arrival).order_by(Arrival.seq)).scalars().all()
        assert [row.referrer for row in rows] == ["POLRES bogor.", "Polsek Sukarame"]
        assert [row.partner_id is None for row in rows] == [False, True]
    (line,) = shelter.ask(partner_list, None)
    assert (line.facts, line.sent) == (POLRES, 1)


@pytest.mark.parametrize(
    ("facts", "field", "reason"),
    [
        (PartnerFacts(PartnerKind.NGO, "  "), "name", Reason.NAME_UNREADABLE),
        (PartnerFacts(PartnerKind.NGO, "polres-bogor"), "name", Reason.PARTNER_KNOWN),
        (PartnerFacts(PartnerKind.NGO, "x" * 121), "name", Reason.NAME_TOO_LONG),
        (PartnerFacts(PartnerKind.NGO, "LSM", phone="0" * 41), "phone", Reason.TEXT_TOO_LONG),
    ],
)
def test_what_cannot_be_kept_is_said_at_its_field(
    shelter: Shelter, facts: PartnerFacts, field: str, reason: Reason
) -> None:
    shelter.act(add_partner, POLRES, "hendra")
    with pytest.raises(Refused) as refused:
        shelter.act(add_partner, facts, "hendra")
    assert (refused.value.field, refused.value.reasons) == (field, (reason,))
    assert len(shelter.ask(partner_list, None)) == 1


def test_correcting_and_retiring_need_the_version_that_was_seen(shelter: Shelter) -> None:
    partner_id = shelter.act(add_partner, POLRES, "hendra").value
    (before,) = shelter.ask(partner_list, None)
    moved = PartnerFacts(PartnerKind.POLICE, "Polres Bogor", "Cibinong")
    shelter.act(change_partner, ChangePartner(partner_id, before.version, moved), "hendra")
    with pytest.raises(Refused) as refused:
        shelter.act(retire_partner, RetirePartner(partner_id, before.version, True), "hendra")
    assert refused.value.reasons == (Reason.STALE,)
    (now,) = shelter.ask(partner_list, None)
    shelter.act(retire_partner, RetirePartner(partner_id, now.version, True), "hendra")
    (last,) = shelter.ask(partner_list, None)
    assert (last.facts.city, last.retired) == ("Cibinong", True)


def test_the_duty_officer_reads_the_directory_and_leaves_it_as_it_is(shelter: Shelter) -> None:
    assert shelter.ask(partner_list, None) == ()
    with pytest.raises(Denied):
        shelter.act(add_partner, POLRES)
