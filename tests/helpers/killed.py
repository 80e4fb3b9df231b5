# SPDX-License-Identifier: Apache-2.0
"""A desk that is killed at any moment, and a ledger of what it had acknowledged.

``python -m tests.helpers.killed --rounds 200`` prints how much was lost: nothing.
"""

import argparse
import json
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import product
from pathlib import Path
from time import perf_counter
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

from app.clock import Zone
from app.config import ROOT, Paths
from app.db.audit import Head
from app.db.head import seen
from app.db.integrity import examine
from app.policies.access import Role
from app.policies.answers import Answer, AnswerState, given
from app.policies.arrivals.follow_ups import follow_ups
from app.policies.arrivals.registration import ArrivalForm, CameBy, Sex
from app.policies.people.age import AgeBasis
from app.services.acts import Done, Inverse, ask, execute, save_quietly
from app.services.arrivals.drafts import (
    KeepDraft,
    discard_draft,
    drafts_waiting,
    keep_draft,
    open_draft,
)
from app.services.arrivals.forms import entries_of, form_of, judgement_of
from app.services.arrivals.register import RegisterArrival, register_arrival, withdraw_arrival
from app.services.dormitory.house import WaitingLine, waiting_list
from app.services.dormitory.place import PlaceClient, place_client, take_back_placement
from app.services.people.correct import CorrectAge, correct_age
from app.services.staff.founding import Founding, found_shelter
from app.services.staff.opening import close_house, sign_in
from app.services.staff.setup import TWO_FLOORS, NewAccount, ShelterFacts, furnish
from app.vault.cost import KdfCost

LOGIN, PASSWORD = "ratna", "hujan di bulan juni"
NIGHT = datetime(2026, 11, 23, 18, 50, tzinfo=UTC)
_KEYS = ("Ke", "na", "ng", "a ", "O’", "سي", "🙂", '"', "Mel", "ur")
_AGES = ("9", "12", "16", "34", "41", "67")
_FRESH_AFTER = 15
_USUAL_SECONDS = 0.006
_OPENING, _CLOSING = "sign_in", "close"
_MOMENTS = (None, None, None, _OPENING, _CLOSING)
_QUIET = {"keep_draft", _CLOSING}
_NEW = {
    "keep_draft": ("drafts", "draft"),
    "register_arrival": ("arrivals", "arrival"),
    "place_client": ("stays", "stay"),
}
_SIGNED = """SELECT count(*) FROM audit_entry e JOIN audit_payload p USING (entry_hash)
    WHERE e.outcome = 'done'"""
_TASKS = "SELECT arrival_id, kind FROM task WHERE kind <> 'returning' ORDER BY kind"
_HALF = {
    "arrivals without their one entry": f"""SELECT count(*) FROM arrival a WHERE 1 <> ({_SIGNED}
        AND e.act = 'register_arrival' AND e.subject_id = a.id AND e.at = a.registered_at
        AND json_extract(p.payload, '$.number') = a.number)""",
    "people without their one arrival": """SELECT count(*) FROM person p
        WHERE 1 <> (SELECT count(*) FROM arrival WHERE person_id = p.id)""",
    "stays without their one entry": f"""SELECT count(*) FROM stay s WHERE 1 <> ({_SIGNED}
        AND e.act = 'place_client' AND e.subject_id = s.person_id AND e.at = s.starts_at
        AND json_extract(p.payload, '$.bed') = s.bed_id)""",
    "undone stays without their one entry": f"""SELECT count(*) FROM stay s
        WHERE (s.ends_at IS NOT NULL) <> ({_SIGNED} AND e.act = 'take_back_placement'
        AND e.subject_id = s.person_id AND e.at = s.ends_at)""",
    "withdrawn arrivals without their one entry": f"""SELECT count(*) FROM arrival a
        WHERE (a.withdrawn_at IS NOT NULL) <> ({_SIGNED} AND e.act = 'withdraw_arrival'
        AND e.subject_id = a.id AND e.at = a.withdrawn_at)""",
    "bed tasks that do not fit the beds": """SELECT count(*) FROM arrival a
        JOIN task t ON t.arrival_id = a.id AND t.kind = 'bed' WHERE (t.settled_at IS NULL) <>
        (a.withdrawn_at IS NULL AND NOT EXISTS (SELECT 1 FROM stay s
        WHERE s.person_id = a.person_id AND s.ends_at IS NULL))""",
    "look-again tasks that do not fit the likenesses": """SELECT count(*) FROM arrival a
        WHERE (SELECT count(*) FROM task t WHERE t.arrival_id = a.id AND t.kind = 'returning')
        <> EXISTS (SELECT 1 FROM possible_return r WHERE r.person_id = a.person_id)""",
    "open tasks of withdrawn arrivals": """SELECT count(*) FROM arrival a JOIN task t
        ON t.arrival_id = a.id WHERE a.withdrawn_at IS NOT NULL AND t.settled_at IS NULL""",
    "entries without what was done": """SELECT count(*) FROM audit_entry
        WHERE entry_hash NOT IN (SELECT entry_hash FROM audit_payload)""",
    "numbers or places in the order left out": """SELECT (SELECT coalesce(sum(value), 0)
        FROM counter) <> (SELECT 2 * count(*) FROM arrival) + (SELECT count(*) FROM stay)""",
}


class Ticking:
    """A clock that goes on by a millisecond whenever it is read."""

    def __init__(self, moment: datetime) -> None:
        self._moment = moment

    def __call__(self) -> datetime:
        self._moment += timedelta(milliseconds=1)
        return self._moment


class Desk:
    """An officer who types, registers, places and takes back; says before and after each act."""

    def __init__(self, paths: Paths, seed: int, clock: Ticking) -> None:
        self._random = random.Random(seed)  # noqa: S311
        self._tell(begin=_OPENING)
        opened = sign_in(paths, LOGIN, PASSWORD, clock)
        (head,) = seen(paths.head)
        self._tell(done=_OPENING, head=[head.seq, head.entry_hash])
        self._paths, self._house, self._actor = paths, opened.house, opened.actor
        self._form, self._focused, self._draft = ArrivalForm(), "name", None
        self._registered: dict[UUID, Inverse] = {}
        self._placed: dict[UUID, Inverse] = {}
        for line in ask(self._house, self._actor, drafts_waiting, None)[:1]:
            draft = self._act(open_draft, line.draft_id, {}).value
            self._form, self._focused, self._draft = draft.form, draft.focused, draft.draft_id

    def work(self, acts: int) -> None:
        """Do so many acts, then go home."""
        for _ in range(acts):
            chances = (self._type, self._place, self._correct, self._take_back, self._withdraw)
            (choice,) = self._random.choices((*chances, self._discard), (60, 18, 7, 7, 5, 3))
            if not choice():
                self._type()
        self._tell(begin=_CLOSING)
        close_house(self._paths, self._house)
        self._tell(done=_CLOSING)

    def _tell(self, **line: Any) -> None:
        print(json.dumps(line), flush=True)

    def _act(
        self, what: Any, command: Any, of: dict[str, Any], **new: Callable[[Any], Any]
    ) -> Done[Any]:
        self._tell(begin=what.name, **of)
        done = execute(self._house, self._actor, what, command)
        found = {key: look(done.value) for key, look in new.items()}
        self._tell(done=what.name, head=[done.head.seq, done.head.entry_hash], **of | found)
        return done

    def _type(self) -> bool:
        typed = self._next_key()
        if typed is None:
            return self._register()
        self._form, self._focused = typed
        of = {
            "draft": self._draft.hex if self._draft else None,
            "entries": entries_of(self._form),
            "focused": self._focused,
        }
        self._tell(begin="keep_draft", **of)
        command = KeepDraft(self._form, self._focused, self._draft)
        self._draft = save_quietly(self._house, self._actor, keep_draft, command)
        self._tell(done="keep_draft", **of | {"draft": self._draft.hex})
        return True

    def _next_key(self) -> tuple[ArrivalForm, str] | None:
        form, any_of = self._form, self._random.choice
        if len(form.name) < 3 or (self._focused == "name" and any_of((True, False))):
            name = (form.name + any_of(_KEYS))[:100]
            return replace(form, name=name, name_state=AnswerState.GIVEN), "name"
        if not form.sex.is_given:
            return replace(form, sex=given(Sex.FEMALE)), "sex"
        if not form.age_text:
            age = {"age_text": any_of(_AGES), "age_basis": any_of(tuple(AgeBasis))}
            return replace(form, age_state=AnswerState.GIVEN, **age), "age"
        if not form.came_by.is_given:
            return replace(form, came_by=given(any_of(tuple(CameBy)))), "came_by"
        if form.threatened.state is AnswerState.NOT_ASKED and any_of((True, False)):
            return replace(form, threatened=Answer(AnswerState.DECLINED)), "threatened"
        return None

    def _register(self) -> bool:
        done = self._act(
            register_arrival,
            RegisterArrival(self._form, draft_id=self._draft),
            {"draft": self._draft.hex if self._draft else "", "entries": entries_of(self._form)},
            arrival=lambda saved: saved.arrival_id.hex,
            person=lambda saved: saved.person_id.hex,
            number=lambda saved: saved.number,
        )
        self._registered[done.value.person_id] = done.inverse
        self._form, self._focused, self._draft = ArrivalForm(), "name", None
        return True

    def _waiting(self) -> tuple[WaitingLine, ...]:
        return ask(self._house, self._actor, waiting_list, None)

    def _place(self) -> bool:
        line = next((each for each in self._waiting() if each.suggestions), None)
        if line is None:
            return False
        bed = line.suggestions[0].bed_id
        done = self._act(
            place_client,
            PlaceClient(line.person_id, bed),
            {"person": line.person_id.hex, "bed": bed.hex},
            stay=lambda placed: placed.stay_id.hex,
        )
        self._placed[done.value.stay_id] = done.inverse
        return True

    def _correct(self) -> bool:
        someone = [*self._registered, *(line.person_id for line in self._waiting())]
        if someone:
            person, age = self._random.choice(someone), self._random.choice(_AGES)
            command = CorrectAge(person, age, AgeBasis.DOCUMENT)
            self._act(correct_age, command, {"person": person.hex, "age": age})
        return bool(someone)

    def _take_back(self) -> bool:
        if not self._placed:
            return False
        stay = self._random.choice(tuple(self._placed))
        self._act(take_back_placement, self._placed.pop(stay).command, {"stay": stay.hex})
        return True

    def _withdraw(self) -> bool:
        mine = [line for line in self._waiting() if line.person_id in self._registered]
        if mine:
            command = self._registered.pop(mine[0].person_id).command
            self._act(withdraw_arrival, command, {"arrival": mine[0].arrival_id.hex})
        return bool(mine)

    def _discard(self) -> bool:
        if self._draft is None:
            return False
        self._act(discard_draft, self._draft, {"draft": self._draft.hex})
        self._form, self._focused, self._draft = ArrivalForm(), "name", None
        return True


@dataclass
class Ledger:
    """What must be there: rows by id, and how many entries of each act."""

    drafts: dict[str, list[str]] = field(default_factory=dict)
    people: dict[str, list[str]] = field(default_factory=dict)
    arrivals: dict[str, list[Any]] = field(default_factory=dict)
    stays: dict[str, list[Any]] = field(default_factory=dict)
    entries: Counter[str] = field(default_factory=Counter)

    def note(self, act: str, of: dict[str, Any]) -> None:
        """Note one act that was done."""
        if act not in _QUIET:
            self.entries[f"{act} done"] += 1
        if act == "keep_draft":
            self.drafts[of["draft"]] = [of["entries"], of["focused"]]
        elif act == "register_arrival":
            form = form_of(of["entries"])
            tasks = follow_ups(form, judgement_of(form, Zone.WIB.today(NIGHT)), NIGHT)
            self.drafts.pop(of["draft"], None)
            self.people[of["person"]] = [" ".join(form.name.split()), form.age_text]
            kinds = sorted(task.kind.value for task in tasks)
            self.arrivals[of["arrival"]] = [of["person"], of["number"], False, kinds]
        elif act == "place_client":
            self.stays[of["stay"]] = [of["person"], of["bed"], True]
        elif act == "take_back_placement":
            self.stays[of["stay"]][2] = False
        elif act == "withdraw_arrival":
            self.arrivals[of["arrival"]][2] = True
        elif act == "correct_age":
            self.people[of["person"]][1] = of["age"]
        elif act == "discard_draft":
            self.drafts.pop(of["draft"], None)

    def with_begun(self, begun: list[dict[str, Any]], there: "Ledger") -> "Ledger":
        """Return this ledger with acts that were begun; their new ids are looked up."""
        more = deepcopy(self)
        for line in begun:
            known = dict(line)
            table, key = _NEW.get(known["begin"], ("", ""))
            if table and not known.get(key):
                fresh = getattr(there, table).keys() - getattr(more, table).keys()
                known[key] = min(fresh, default="")
            if known["begin"] == "register_arrival":
                row = there.arrivals.get(known["arrival"], ["", ""])
                known |= {"person": row[0], "number": row[1]}
            more.note(known["begin"], known)
        return more


def read_ledger(session: Session) -> Ledger:
    """Read from the database what a ledger holds."""

    def rows(sql: str) -> list[list[Any]]:
        return [list(row) for row in session.execute(text(sql))]

    there = Ledger()
    there.drafts = {key: rest for key, *rest in rows("SELECT id, entries, focused FROM draft")}
    there.people = {
        key: rest for key, *rest in rows("SELECT id, called_name, age_text FROM person")
    }
    for key, person, number, gone in rows(
        "SELECT id, person_id, number, withdrawn_at IS NOT NULL FROM arrival"
    ):
        there.arrivals[key] = [person, number, bool(gone), []]
    for key, kind in rows(_TASKS):
        there.arrivals[key][3].append(kind)
    for key, person, bed, sleeping in rows(
        "SELECT id, person_id, bed_id, ends_at IS NULL FROM stay"
    ):
        there.stays[key] = [person, bed, bool(sleeping)]
    for act, outcome, number in rows(
        "SELECT act, outcome, count(*) FROM audit_entry GROUP BY act, outcome"
    ):
        there.entries[f"{act} {outcome}"] = number
    return there


def half_acts(session: Session) -> list[str]:
    """Return what no whole act would leave behind."""
    return [said for said, sql in _HALF.items() if session.execute(text(sql)).scalar_one()]


@dataclass
class Report:
    """What a run of kills found; ``problems`` is empty when nothing was lost."""

    rounds: int = 0
    acknowledged: Counter[str] = field(default_factory=Counter)
    killed_in: Counter[str] = field(default_factory=Counter)
    kept_unacknowledged: int = 0
    rolled_back: int = 0
    drafts_reopened: int = 0
    too_late: int = 0
    seconds: float = 0.0
    problems: list[str] = field(default_factory=list)


class Killer:
    """Starts a desk over a copy of a founded shelter, kills it and checks what is left."""

    def __init__(self, founded: Paths, scratch: Path, seed: int = 1) -> None:
        self._founded, self._scratch = founded, scratch
        self._random = random.Random(seed)  # noqa: S311
        self._pace: dict[str, float] = {}
        self.report = Report()
        self.renew()

    def renew(self) -> None:
        """Go on with a fresh copy."""
        self._fresh_at = self.report.rounds + _FRESH_AFTER
        self.paths = Paths(self._scratch / f"data-{self.report.rounds}")
        shutil.copytree(self._founded.data, self.paths.data)
        self._heads: list[Head] = []
        self._begun: list[dict[str, Any]] = []
        house = sign_in(self.paths, LOGIN, PASSWORD, self._clock()).house
        with house.database.reading() as session:
            self.ledger = read_ledger(session)
        close_house(self.paths, house)

    def run(self, rounds: int) -> Report:
        """Kill so many desks; one killed while opening finds the log of one killed before."""
        start = perf_counter()
        while self.report.rounds < rounds:
            moment = self._random.choice(_MOMENTS)
            self.crash(None if moment == _OPENING else moment)
            if moment == _OPENING:
                self.crash(_OPENING)
            self.check()
            if self.report.problems or self.report.rounds >= self._fresh_at:
                self.renew()
        self.report.seconds = round(perf_counter() - start, 1)
        return self.report

    def crash(self, moment: str | None = None) -> None:
        """Run one desk and kill it in ``moment``, or in any act."""
        acts = 0 if moment == _OPENING else self._random.choice((4, 12, 40, 120))
        wanted = self._random.randint(3, 3 + acts)
        command = [sys.executable, "-m", "tests.helpers.killed", "--desk", str(self.paths.data)]
        command += ["--rounds", str(acts), "--seed", str(self._random.randrange(2**32))]
        command += ["--at", self._clock()().isoformat()]
        with subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        ) as desk:
            assert desk.stdout is not None
            self._cried, act, begun, since = "", "", 0, perf_counter()
            for said in desk.stdout:
                line = self._hear(said)
                if "done" in line:
                    taken = perf_counter() - since
                    self._pace[act] = 0.8 * self._pace.get(act, taken) + 0.2 * taken
                if "begin" in line:
                    act, begun, since = line["begin"], begun + 1, perf_counter()
                    if act in (moment, _CLOSING) or (moment is None and begun >= wanted):
                        break
            until = since + self._random.uniform(0, 1.1) * self._pace.get(act, _USUAL_SECONDS)
            while perf_counter() < until:
                pass
            desk.kill()
            for said in desk.stdout:
                line = self._hear(said)
                act = line.get("begin", "" if "done" in line else act)
        self.report.rounds += 1
        if self._cried:
            self.report.problems.append(f"round {self.report.rounds}: desk said {self._cried}")
        self.report.too_late += desk.returncode == 0
        self.report.killed_in[act or "between acts"] += 1

    def _hear(self, said: bytes) -> dict[str, Any]:
        try:
            line: dict[str, Any] = json.loads(said)
        except ValueError:
            self._cried += said.decode(errors="replace")
            return {}
        if line.get("begin", _CLOSING) != _CLOSING:
            self._begun.append(line)
        elif line.get("done", _CLOSING) != _CLOSING:
            self._begun.pop()
            self.ledger.note(line["done"], line)
            self.report.acknowledged[line["done"]] += 1
            if "head" in line:
                self._heads.append(Head(*line["head"]))
        return line

    def _clock(self, seconds: int = 0) -> Ticking:
        return Ticking(NIGHT + timedelta(minutes=self.report.rounds, seconds=seconds))

    def check(self) -> None:
        """Open what the killed desk left and compare it with what it acknowledged."""
        opened = sign_in(self.paths, LOGIN, PASSWORD, self._clock(30))
        self.ledger.entries["sign_in done"] += 1
        house = opened.house
        with house.database.reading() as session:
            there = read_ledger(session)
            bad = half_acts(session)
            found = [*opened.findings, *examine(session, self._heads)]
        bad += [problem for finding in found for problem in finding.problems]
        for chosen in product((True, False), repeat=len(self._begun)):
            kept = [line for line, done in zip(self._begun, chosen, strict=True) if done]
            if self.ledger.with_begun(kept, there) == there:
                self.report.kept_unacknowledged += len(kept)
                self.report.rolled_back += len(chosen) - len(kept)
                break
        else:
            wanted, left = vars(self.ledger), vars(there)
            bad += [
                f"{name}: acknowledged {wanted[name]}, there {left[name]}, begun {self._begun}"
                for name in wanted
                if wanted[name] != left[name]
            ]
        self.ledger, self._begun = there, []
        for key, (entries, focused) in there.drafts.items():
            draft = execute(house, opened.actor, open_draft, UUID(hex=key)).value
            self.ledger.note("open_draft", {})
            self.report.drafts_reopened += 1
            if draft is None or [entries_of(draft.form), draft.focused] != [entries, focused]:
                bad.append(f"draft {key} does not reopen as typed")
        close_house(self.paths, house)
        self.report.problems += [f"round {self.report.rounds}: {said}" for said in bad]


def found(folder: Path) -> Paths:
    """Found a shelter with a cheap key and beds."""
    facts = ShelterFacts("RPSW Uji", ("RUMAH UJI",), "Jakarta", Zone.WIB)
    founding = Founding(facts, NewAccount(LOGIN, "Ratna", Role.HEAD), PASSWORD)
    start = Ticking(NIGHT - timedelta(days=30))
    made = found_shelter(Paths(folder), founding, start, KdfCost(memory=64, passes=1, lanes=1))
    execute(made.house, made.actor, furnish, TWO_FLOORS)
    made.house.database.close()
    return Paths(folder)


def main() -> int:
    """Be the desk, or kill desks and print what was found."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--desk", type=Path)
    parser.add_argument("--at", type=datetime.fromisoformat, default=NIGHT)
    wanted = parser.parse_args()
    if wanted.desk:
        Desk(Paths(wanted.desk), wanted.seed, Ticking(wanted.at)).work(wanted.rounds)
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        founded = found(Path(scratch) / "founded")
        report = Killer(founded, Path(scratch), wanted.seed).run(wanted.rounds)
    print(json.dumps(vars(report), indent=1))
    return 1 if report.problems else 0


if __name__ == "__main__":
    sys.exit(main())
