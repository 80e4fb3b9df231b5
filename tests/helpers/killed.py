# SPDX-License-Identifier: Apache-2.0
"""A desk that is killed at any moment, and compared with what it had acknowledged.

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
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import product
from pathlib import Path
from time import perf_counter
from typing import Any
from uuid import UUID

from app.clock import Zone
from app.config import ROOT, Paths
from app.db.audit import Head
from app.db.integrity import examine
from app.policies.access import Role
from app.services.acts import execute
from app.services.arrivals.register.drafts import (
    open_draft,
)
from app.services.arrivals.register.forms import entries_of
from app.services.staff.founding import Founding, found_shelter
from app.services.staff.opening import close_house, sign_in
from app.services.staff.setup import TWO_FLOORS, NewAccount, ShelterFacts, furnish
from app.vault.cost import KdfCost
from tests.helpers.killed_desk import CLOSING, LOGIN, NIGHT, OPENING, PASSWORD, Desk, Ticking
from tests.helpers.killed_ledger import half_acts, read_ledger

_FRESH_AFTER = 15
_USUAL_SECONDS = 0.006
_MOMENTS = (None, None, None, OPENING, CLOSING)


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
            self.crash(None if moment == OPENING else moment)
            if moment == OPENING:
                self.crash(OPENING)
            self.check()
            if self.report.problems or self.report.rounds >= self._fresh_at:
                self.renew()
        self.report.seconds = round(perf_counter() - start, 1)
        return self.report

    def crash(self, moment: str | None = None) -> None:
        """Run one desk and kill it in ``moment``, or in any act."""
        acts = 0 if moment == OPENING else self._random.choice((4, 12, 40, 120))
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
                    if act in (moment, CLOSING) or (moment is None and begun >= wanted):
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
        if line.get("begin", CLOSING) != CLOSING:
            self._begun.append(line)
        elif line.get("done", CLOSING) != CLOSING:
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
