# SPDX-License-Identifier: Apache-2.0
"""A ledger of what a desk had acknowledged, and what no whole act would leave behind."""

from collections import Counter
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from app.clock import Zone
from app.policies.arrivals.follow_ups import follow_ups
from app.services.arrivals.register.forms import form_of, judgement_of
from tests.helpers.killed_desk import CLOSING, NIGHT

_QUIET = {"keep_draft", CLOSING}
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
        FROM counter) <> (SELECT 2 * count(*) FROM arrival) + (SELECT count(*) FROM stay)
        + (SELECT count(*) FROM age_statement)""",
}


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
        elif act == "say_age":
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
