# SPDX-License-Identifier: Apache-2.0
"""Hand-written SQL against kinship: nothing forged opens a room, nothing lost stays silent."""

from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from app.errors import Refused
from app.models.dormitory.rooms import Wing
from app.models.people.kin import Kinship, RoomingException
from app.policies.dormitory.beds.facts import Side
from app.policies.people.kinship import KinKind
from app.services.dormitory.facts.waiting import open_alarms
from app.services.people.family import DeclareKin, VerifyKin, declare_kin, verify_kin
from app.services.people.kin_exceptions import SignException, sign_exception
from tests.conftest import SetClock, Shelter

NOW = "2026-11-23T18:50:00.000000Z"
LATER = "2027-11-23T18:50:00.000000Z"
KINSHIP = (
    "INSERT INTO kinship (id, origin_id, version, elder_id, younger_id, kind, standing, "
    "declared_at, declared_by, verified_at, verified_by, proof) VALUES ('{fresh}', '{origin}', 1, "
    "'{woman}', '{girl}', '{kind}', '{standing}', '{at}', '{by}', {verified}, {verifier}, 'akta')"
)
EXCEPTION = (
    "INSERT INTO rooming_exception (id, origin_id, version, kinship_id, elder_id, younger_id, "
    "kind, observation, signed_at, signed_by, expires_at) VALUES ('{fresh}', '{origin}', 1, "
    "'{kin}', '{elder}', '{girl}', '{kind}', 'bayi menyusu tenang', '{at}', '{signer}', '{until}')"
)


class Night:
    """A woman and a girl in one room by declared motherhood, and a stranger outside."""

    def __init__(self, shelter: Shelter) -> None:
        self.shelter = shelter
        with shelter.house.database.unit_of_work(shelter.clock()) as session:
            for wing in session.execute(select(Wing)).scalars():
                wing.side = Side.ANY
        self.girl = shelter.arrive("Kenanga", "6").person_id
        self.woman = shelter.arrive("Melur", "34").person_id
        self.stranger = shelter.arrive("Seruni", "40").person_id
        self.other_girl = shelter.arrive("Dahlia", "7").person_id
        declared = shelter.act(declare_kin, DeclareKin(self.woman, self.girl, KinKind.MOTHER))
        self.kin = declared.value
        shelter.act(sign_exception, SignException(self.kin.kinship_id, "anak memanggil ibu"))
        shelter.place(self.woman, "101-A")
        shelter.place(self.girl, "101-B")

    def words(self, **more: str) -> dict[str, str]:
        known = {
            "fresh": uuid4().hex,
            "origin": self.shelter.house.origin_id.hex,
            "girl": self.girl.hex,
            "woman": self.woman.hex,
            "stranger": self.stranger.hex,
            "other_girl": self.other_girl.hex,
            "kin": self.kin.kinship_id.hex,
            "by": self.shelter.actors["dewi"].account_id.hex,
            "caretaker": self.shelter.actors["rina"].account_id.hex,
            "social": self.shelter.actors["ani"].account_id.hex,
            "now": NOW,
            "later": LATER,
        }
        return known | more

    def attack(self, sql: str, **more: str) -> str:
        try:
            with self.shelter.house.database.unit_of_work(self.shelter.clock()) as session:
                session.execute(text(sql.format(**self.words(**more)).replace(":", "\\:")))
        except (DBAPIError, Refused) as error:
            return str(getattr(error, "orig", error))
        return ""

    def enter(self, person: UUID, place: str) -> str:
        """Put somebody into a bed by hand; return what stopped it."""
        return self.attack(
            "INSERT INTO stay (id, origin_id, version, person_id, bed_id, starts_at, placed_by, "
            "seq) VALUES ('{fresh}', '{origin}', 1, '{who}', '{bed}', '{now}', '{by}', 999)",
            who=person.hex,
            bed=self.shelter.bed_id(place).hex,
        )

    @property
    def loud(self) -> int:
        return len(self.shelter.ask(open_alarms))


@pytest.fixture
def night(shelter: Shelter, clock: SetClock) -> Night:
    return Night(shelter)


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM kinship",
        "DELETE FROM rooming_exception",
        "UPDATE kinship SET younger_id = '{other_girl}'",
        "UPDATE kinship SET elder_id = '{stranger}'",
        "UPDATE kinship SET kind = 'guardian'",
        "UPDATE kinship SET standing = 'verified'",
        "UPDATE kinship SET standing = 'verified', verified_at = '{now}', verified_by = '{by}',"
        " proof = 'akta'",
        "UPDATE kinship SET standing = 'verified', verified_at = '{now}',"
        " verified_by = '{caretaker}', proof = 'akta'",
        "UPDATE kinship SET standing = 'verified', verified_at = '{later}',"
        " verified_by = '{social}', proof = 'akta'",
        "UPDATE kinship SET standing = 'verified', verified_at = '{now}',"
        " verified_by = '{social}', proof = '  '",
        "UPDATE rooming_exception SET expires_at = '{later}'",
        "UPDATE rooming_exception SET younger_id = '{other_girl}'",
        "UPDATE rooming_exception SET elder_id = '{stranger}'",
        "UPDATE OR REPLACE kinship SET younger_id = '{other_girl}'",
        "REPLACE INTO kinship SELECT * FROM kinship",
        "REPLACE INTO rooming_exception SELECT * FROM rooming_exception",
        "INSERT INTO kinship SELECT '{fresh}', '{girl}', '{woman}', kind, standing, declared_at,"
        " declared_by, verified_at, verified_by, proof, ended_at, ended_by, origin_id, version"
        " FROM kinship",
    ],
)
def test_no_kinship_is_rewritten_by_hand(night: Night, sql: str) -> None:
    assert night.attack(sql) != ""
    with night.shelter.house.database.reading() as session:
        (kinship,) = session.execute(select(Kinship)).scalars().all()
        (exception,) = session.execute(select(RoomingException)).scalars().all()
        assert (kinship.elder_id, kinship.younger_id) == (night.woman, night.girl)
        assert (exception.elder_id, exception.younger_id) == (night.woman, night.girl)
    assert night.loud == 0


@pytest.mark.parametrize(
    ("elder", "kind", "standing", "at", "verified", "verifier"),
    [
        ("stranger", "mother", "verified", NOW, f"'{NOW}'", "'{social}'"),
        ("stranger", "guardian", "verified", NOW, f"'{NOW}'", "'{social}'"),
        ("stranger", "mother", "declared", NOW, "NULL", "NULL"),
        ("stranger", "guardian", "declared", LATER, "NULL", "NULL"),
    ],
)
def test_no_kinship_is_born_verified_or_at_another_hour(
    night: Night, elder: str, kind: str, standing: str, at: str, verified: str, verifier: str
) -> None:
    words = night.words()
    said = night.attack(
        KINSHIP,
        woman=words[elder],
        kind=kind,
        standing=standing,
        at=at,
        verified=verified,
        verifier=verifier.format(**words),
    )
    assert said != ""
    assert night.enter(night.stranger, "101-C") == "child_with_adult"


@pytest.mark.parametrize(
    ("elder", "kind", "at", "signer", "until"),
    [
        ("stranger", "declared_mother", NOW, "by", "2026-11-24T01:00:00.000000Z"),
        ("woman", "sisters", NOW, "by", "2026-11-24T01:00:00.000000Z"),
        ("woman", "declared_mother", NOW, "caretaker", "2026-11-24T01:00:00.000000Z"),
        ("woman", "declared_mother", NOW, "by", LATER),
        ("woman", "declared_mother", LATER, "by", "2027-11-24T01:00:00.000000Z"),
        ("woman", "declared_mother", NOW, "by", "never"),
    ],
)
def test_no_exception_is_signed_by_hand(
    night: Night, elder: str, kind: str, at: str, signer: str, until: str
) -> None:
    night.attack("UPDATE rooming_exception SET ended_at = '{now}'")
    words = night.words()
    said = night.attack(
        EXCEPTION, elder=words[elder], kind=kind, at=at, signer=words[signer], until=until
    )
    assert said != ""
    assert night.loud == 1


def test_a_kinship_ended_by_hand_is_loud_at_once_and_ends_its_exception(night: Night) -> None:
    assert night.attack("UPDATE kinship SET ended_at = '{now}', ended_by = '{by}'") == ""
    assert night.loud == 1
    with night.shelter.house.database.reading() as session:
        assert session.execute(select(RoomingException.ended_at)).scalar_one() is not None


def test_what_has_ended_never_lives_again(night: Night) -> None:
    night.attack("UPDATE kinship SET ended_at = '{now}', ended_by = '{by}'")
    assert night.attack("UPDATE kinship SET ended_at = NULL, ended_by = NULL") == "kinship.over"
    revived = night.attack("UPDATE rooming_exception SET ended_at = NULL")
    assert revived == "exception.over"
    assert night.loud == 1


def test_a_stranger_is_not_let_into_a_family_that_sleeps_alone(night: Night) -> None:
    """Even a verified guardian of the child waits until the night's exception is over."""
    aunt = night.shelter.act(declare_kin, DeclareKin(night.stranger, night.girl, KinKind.GUARDIAN))
    proof = VerifyKin(aunt.value.kinship_id, aunt.value.version, "penetapan pengadilan")
    night.shelter.act(verify_kin, proof, "ani")
    assert night.enter(night.stranger, "101-C") == "family_alone"


def test_an_expired_exception_lets_nobody_in(night: Night, clock: SetClock) -> None:
    night.shelter.act(
        sign_exception,
        SignException(
            night.shelter.act(
                declare_kin, DeclareKin(night.woman, night.other_girl, KinKind.MOTHER)
            ).value.kinship_id,
            "dua-duanya memeluk dia",
        ),
    )
    clock.move(hours=7)
    assert night.enter(night.other_girl, "101-C") == "child_with_adult"


def test_one_of_unknown_age_is_not_put_beside_a_small_child(night: Night) -> None:
    unknown = night.shelter.arrive("Tanpa umur", "?").person_id
    night.shelter.place(night.other_girl, "201-A")
    assert night.enter(unknown, "201-B") == "maybe_adult_with_under_13"
