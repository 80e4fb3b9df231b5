# SPDX-License-Identifier: Apache-2.0
"""The desk that is killed: an officer at work who tells before and after each act."""

import json
import random
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from app.config import Paths
from app.db.head import seen
from app.policies.answers import Answer, AnswerState, given
from app.policies.arrivals.registration import ArrivalForm, CameBy, Sex
from app.policies.people.age import AgeBasis
from app.services.acts import Done, Inverse, ask, execute, save_quietly
from app.services.arrivals.register.drafts import (
    KeepDraft,
    discard_draft,
    drafts_waiting,
    keep_draft,
    open_draft,
)
from app.services.arrivals.register.forms import entries_of
from app.services.arrivals.register.register import (
    RegisterArrival,
    register_arrival,
    withdraw_arrival,
)
from app.services.dormitory.beds.place import PlaceClient, place_client, take_back_placement
from app.services.dormitory.facts.waiting import WaitingLine, waiting_list
from app.services.people.ages import SayAge, say_age
from app.services.staff.opening import close_house, sign_in

LOGIN, PASSWORD = "ratna", "hujan di bulan juni"
NIGHT = datetime(2026, 11, 23, 18, 50, tzinfo=UTC)
OPENING, CLOSING = "sign_in", "close"
_KEYS = ("Ke", "na", "ng", "a ", "O’", "سي", "🙂", '"', "Mel", "ur")
_AGES = ("9", "12", "16", "34", "41", "67")


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
        self._tell(begin=OPENING)
        opened = sign_in(paths, LOGIN, PASSWORD, clock)
        (head,) = seen(paths.head)
        self._tell(done=OPENING, head=[head.seq, head.entry_hash])
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
        self._tell(begin=CLOSING)
        close_house(self._paths, self._house)
        self._tell(done=CLOSING)

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
            command = SayAge(person, age, AgeBasis.DOCUMENT)
            self._act(say_age, command, {"person": person.hex, "age": age})
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
