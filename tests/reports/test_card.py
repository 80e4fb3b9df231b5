# SPDX-License-Identifier: Apache-2.0
"""Dormitory cards: the called name, the bed, what she may not eat, and nothing else."""

import io
from datetime import date

import pytest
from pypdf import PdfReader

from app.errors import Denied
from app.policies.answers import Answer, AnswerState
from app.policies.reasons import Reason
from app.reports.arrivals.card import MORE, NO_BED, render
from app.reports.arrivals.content import Card, Cards
from app.reports.sheet import NO_HEAD, Sheet
from app.reports.style import MISSING, TRAINING
from app.services.acts import execute
from app.services.arrivals.desk.papers import PrintCards, cards_paper, print_cards
from app.services.arrivals.register.admission import NoteDiet, note_diet_and_allergy
from app.services.arrivals.register.register import WithdrawArrival, withdraw_arrival
from tests.conftest import Shelter
from tests.reports.test_papers import text_of
from tests.services.arrivals.register.test_receipts import trace

CARD = Card("Kenanga", "201", "Ranjang A", date(2026, 11, 24), "kacang tanah", "tidak makan babi")


def paper(*cards: Card, training: bool = False) -> bytes:
    return render(Cards(Sheet(NO_HEAD, "KARTU-20261124-0150", training), cards))


def words(*cards: Card) -> str:
    return text_of(paper(*cards))[0]


def printed(shelter: Shelter, *people: object, by: str = "dewi") -> Cards:
    return shelter.act(print_cards, PrintCards(tuple(p.person_id for p in people)), by).value


def noted(shelter: Shelter, arrived: object, allergy: Answer[str], diet: Answer[str]) -> None:
    shelter.act(note_diet_and_allergy, NoteDiet(arrived.arrival_id, 1, allergy, diet))


def test_one_card_says_five_things() -> None:
    said = words(CARD)
    assert said == (
        "KARTU ASRAMA Kenanga Kamar 201 · Ranjang A Masuk: Selasa, 24 November 2026 "
        "ALERGI kacang tanah MAKANAN tidak makan babi RAHASIA · KARTU-20261124-0150"
    )


def test_four_cards_are_one_page_and_the_fifth_begins_another() -> None:
    for number, pages in ((1, 1), (4, 1), (5, 2), (40, 10)):
        said, found = text_of(paper(*[CARD] * number))
        assert (said.count("KARTU ASRAMA"), found) == (number, pages)
    box = PdfReader(io.BytesIO(paper(CARD))).pages[0].mediabox
    assert (round(box.width), round(box.height)) == (595, 842)


def test_without_a_bed_and_a_name_it_says_so() -> None:
    said = words(Card("", "", "", CARD.came, CARD.allergy, CARD.diet))
    assert NO_BED in said
    assert "………" in said
    assert "Kamar" not in said


@pytest.mark.parametrize("name", ["x" * 120, "W" * 120, "Nama Panjang " * 9, "<i>miring</i>"])
def test_a_long_name_is_never_cut(name: str) -> None:
    card = Card(name, "201", "Ranjang A", CARD.came, CARD.allergy, CARD.diet)
    assert "".join(name.split()) in "".join(words(card).split())


def test_two_hundred_characters_of_allergy_fit_and_what_does_not_is_marked() -> None:
    known = Card("Melur", "201", "Ranjang A", CARD.came, "w" * 200, "v" * 200)
    said = "".join(words(known).split())
    assert "w" * 200 in said
    assert "v" * 200 in said
    assert MORE not in words(known)
    endless = Card("Melur", "201", "Ranjang A", CARD.came, "w" * 2000, "-")
    assert MORE in words(endless)


def test_a_missing_glyph_shows_and_training_is_marked() -> None:
    assert f"{MISSING} Melur" in words(Card("🙂 Melur", "1", "B", CARD.came, "-", "-"))
    assert text_of(paper(CARD, training=True))[0].count(TRAINING) == 2
    assert paper(CARD) == paper(CARD)


def test_no_name_stands_in_the_file_itself() -> None:
    content = Cards(Sheet(NO_HEAD, "KARTU-20261124-0150", training=False), (CARD,))
    assert content.file_name == "KARTU-20261124-0150"
    assert "Kenanga" not in str(PdfReader(io.BytesIO(render(content))).metadata)


def test_a_card_has_the_bed_and_the_answers_of_the_file(shelter: Shelter) -> None:
    girl = shelter.arrive("Kenanga", "12")
    shelter.place(girl.person_id, "201-A")
    noted(shelter, girl, Answer(AnswerState.GIVEN, "udang"), Answer(AnswerState.DECLINED))
    said, _ = text_of(cards_paper(printed(shelter, girl)))
    for part in ("Kenanga", "Kamar 201 · Ranjang A", "24 November 2026", "ALERGI udang"):
        assert part in said
    assert "MAKANAN memilih tidak menjawab: tanyakan lebih dulu" in said
    for hidden in (girl.number, "anak", "12", "Polres", "RPSW", "KEMENTERIAN"):
        assert hidden not in said.replace("20261124", ""), hidden


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (AnswerState.NOT_ASKED, "belum ditanya: tanyakan lebih dulu"),
        (AnswerState.UNKNOWN, "belum diketahui: tanyakan lebih dulu"),
        (AnswerState.DECLINED, "memilih tidak menjawab: tanyakan lebih dulu"),
        (AnswerState.NOT_APPLICABLE, "tidak ada (sudah ditanya)"),
    ],
)
def test_only_who_was_asked_and_has_none_is_said_to_have_none(
    shelter: Shelter, state: AnswerState, said: str
) -> None:
    woman = shelter.arrive("Melur", "30")
    noted(shelter, woman, Answer(state), Answer(state))
    (card,) = printed(shelter, woman).cards
    assert (card.allergy, card.diet) == (said, said)
    assert ("tidak ada" in said) is (state is AnswerState.NOT_APPLICABLE)


def test_who_does_not_see_care_needs_prints_neither_answer_nor_state(shelter: Shelter) -> None:
    woman = shelter.arrive("Melur", "30")
    noted(shelter, woman, Answer(AnswerState.GIVEN, "udang"), Answer(AnswerState.NOT_ASKED))
    for by in ("ratna", "hendra"):
        (card,) = printed(shelter, woman, by=by).cards
        assert (card.name, card.allergy, card.diet) == (
            "Melur",
            "tanyakan pengasuh",
            "tanyakan pengasuh",
        )
    assert printed(shelter, woman, by="rina").cards[0].allergy == "udang"


def test_printing_leaves_a_trace_of_everybody_named(shelter: Shelter) -> None:
    one, two = shelter.arrive("Satu", "30"), shelter.arrive("Dua", "31")
    printed(shelter, one)
    assert trace(shelter)[:3] == ("print_cards", "done", one.person_id)
    printed(shelter, two, one)
    act, outcome, subject, notes = trace(shelter)
    assert (act, outcome, subject) == ("print_cards", "done", None)
    assert notes["people"] == f"{two.person_id.hex} {one.person_id.hex}"


def test_who_is_gone_or_nobody_at_all_has_no_card(shelter: Shelter) -> None:
    woman = shelter.arrive("Melur", "30")
    shelter.act(withdraw_arrival, WithdrawArrival(woman.arrival_id, woman.version))
    gone = shelter.refused(print_cards, PrintCards((woman.person_id,)))
    nobody = shelter.refused(print_cards, PrintCards(()))
    assert gone.reasons == nobody.reasons == (Reason.PERSON_LEFT,)


@pytest.mark.parametrize("login", ["ani", "tania", "eko"])
def test_other_posts_print_no_cards(shelter: Shelter, login: str) -> None:
    woman = shelter.arrive("Melur", "30")
    with pytest.raises(Denied):
        execute(shelter.house, shelter.actors[login], print_cards, PrintCards((woman.person_id,)))
    assert trace(shelter)[:2] == ("print_cards", "denied")
