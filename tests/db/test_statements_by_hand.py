# SPDX-License-Identifier: Apache-2.0
"""Hand-written SQL against what was said of an age, its end, and who may be the same person."""

import pytest

from app.policies.people.age import AgeBasis
from app.services.people.presumption import AskEnd, ask_end
from tests.conftest import TODAY, Shelter
from tests.db.by_hand import attack

NOW = "2026-11-23T18:50:00.000000Z"
ACCOUNT = "(SELECT id FROM account WHERE login = '{0}')"
AGREE = "UPDATE presumption_end SET agreed_at = '{at}', agreed_by = {by}"


@pytest.fixture
def asked(shelter: Shelter) -> Shelter:
    """A woman of unknown age, for whom the social worker has proposed an end; and her double."""
    woman = shelter.arrive("Melur Sari", "?")
    shelter.arrive("Melur Sari", "?")
    wish = AskEnd(woman.person_id, AgeBasis.DOCUMENT, "1/1/2000", "KTP", TODAY, "KTP asli dilihat")
    shelter.act(ask_end, wish, "ani")
    return shelter


@pytest.mark.parametrize(
    ("sql", "stopped"),
    [
        ("DELETE FROM age_statement", "age_statement.kept"),
        ("UPDATE age_statement SET age_text = '30'", "age_statement.frozen"),
        ("UPDATE age_statement SET adult_from = '2000-01-01'", "age_statement.frozen"),
        ("DELETE FROM presumption_end", "presumption_end.kept"),
        ("UPDATE presumption_end SET proof = 'lain'", "presumption_end.frozen"),
        ("UPDATE presumption_end SET asked_by = " + ACCOUNT.format("hendra"), "_end.frozen"),
        (AGREE.format(at=NOW, by=ACCOUNT.format("ani")), "presumption_end.two"),
        (AGREE.format(at=NOW, by=ACCOUNT.format("tania")), "presumption_end.two"),
        (AGREE.format(at=NOW, by=ACCOUNT.format("dewi")), "presumption_end.two"),
        (AGREE.format(at="2026-11-22T18:50:00.000000Z", by=ACCOUNT.format("hendra")), "end.two"),
        (AGREE.format(at=NOW, by=ACCOUNT.format("hendra")), ""),
        ("DELETE FROM possible_return", "possible_return.kept"),
        ("UPDATE possible_return SET both_here = 1", "possible_return.frozen"),
        ("UPDATE possible_return SET earlier_id = person_id", "possible_return"),
        ("UPDATE possible_return SET verdict = 'different'", ""),
    ],
)
def test_nothing_said_is_changed_and_nobody_ends_it_alone(
    asked: Shelter, sql: str, stopped: str
) -> None:
    said = attack(asked, sql)
    assert stopped in said
    assert bool(said) is bool(stopped)


def test_no_statement_ends_a_presumption_without_two_persons(asked: Shelter) -> None:
    columns = "id, origin_id, version, person_id, age_text, evidently_adult, band, reason, said_on"
    said = attack(
        asked,
        f"INSERT INTO age_statement ({columns}, noted_at, noted_by, end_id, seq) "
        "SELECT 'f', e.origin_id, 1, e.person_id, '30', 0, 'adult', 'document_adult', "
        f"'2026-11-24', '{NOW}', e.asked_by, e.id, 99 FROM presumption_end e",
    )
    assert said == "age_statement.untrue"
