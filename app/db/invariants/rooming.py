# SPDX-License-Identifier: Apache-2.0
"""No placing act puts a child in a room with an adult; one person, one bed.

Excepted are her own mother, a verified guardian, and a sister or declared mother by a
signed exception in a room without others. Nobody who may be a woman sleeps with under-13s,
no man has a bed, and of whom the sex is not known sleeps beside nobody.

Source: paper (children slept in rooms with adults), issue "A bed tonight", law 35/2014
(child is under 18), presumption of minority (domain §4.3): ``adult_from IS NULL`` is a
child. A pair is judged on the first day both share the room and, if they share it now,
on the present day: later birthdays are facts, not placing acts, and open an alarm.
Only an INSERT places: an open stay can end once, and what has ended stays as it is.
Both sleep there now when neither stay has ended: a PC clock that went back hides nobody,
and no stay starts or ends later than that clock or the latest instant already recorded.
"""

from app.db.invariants.pairs import (
    adult,
    excepted,
    forbidden,
    licensed,
    local_day,
    maybe_adult,
    proven,
)

_LIVE = "(o.ends_at IS NULL OR o.ends_at > o.starts_at)"
_OVERLAP = (
    f"{_LIVE} AND o.starts_at < coalesce(NEW.ends_at, '9999') "
    "AND NEW.starts_at < coalesce(o.ends_at, '9999') "
    "AND (NEW.ends_at IS NULL OR NEW.ends_at > NEW.starts_at)"
)


_FIRST_SHARED_DAY = local_day("max(o.starts_at, NEW.starts_at)")
_TODAY = local_day("act_moment()")
_SHARED_NOW = "(o.ends_at IS NULL AND NEW.ends_at IS NULL)"


def _pair(code: str, rule: str) -> str:
    return f"""
CREATE TRIGGER stay_{code} BEFORE INSERT ON stay
WHEN EXISTS (
  SELECT 1 FROM stay o
  JOIN bed ob ON ob.id = o.bed_id
  JOIN bed nb ON nb.id = NEW.bed_id AND nb.room_id = ob.room_id
  JOIN person op ON op.id = o.person_id
  JOIN person np ON np.id = NEW.person_id
  WHERE o.person_id <> NEW.person_id AND {_OVERLAP}
    AND ({_FIRST_SHARED_DAY} IS NULL OR {_TODAY} IS NULL
         OR {forbidden("op", "np", _FIRST_SHARED_DAY, rule)}
         OR ({_SHARED_NOW} AND {forbidden("op", "np", _TODAY, rule)})))
BEGIN SELECT RAISE(ABORT, 'stay.{code}'); END"""


_ALONE = f"""
CREATE TRIGGER stay_family_alone AFTER INSERT ON stay
WHEN NEW.ends_at IS NULL AND EXISTS (
  SELECT 1 FROM bed nb
  JOIN bed eb ON eb.room_id = nb.room_id
  JOIN stay es ON es.bed_id = eb.id AND es.ends_at IS NULL
  JOIN person ep ON ep.id = es.person_id
  JOIN bed yb ON yb.room_id = nb.room_id
  JOIN stay ys ON ys.bed_id = yb.id AND ys.ends_at IS NULL
  JOIN person yp ON yp.id = ys.person_id
  JOIN bed ob ON ob.room_id = nb.room_id
  JOIN stay os ON os.bed_id = ob.id AND os.ends_at IS NULL
  WHERE nb.id = NEW.bed_id AND os.person_id NOT IN (ep.id, yp.id)
    AND {adult("ep", _TODAY)} AND NOT {adult("yp", _TODAY)}
    AND {excepted("ep.id", "yp.id")} AND NOT {proven("ep.id", "yp.id")}
    AND NOT {licensed("ep.id", "os.person_id")})
BEGIN SELECT RAISE(ABORT, 'stay.family_alone'); END"""
"""A day that cannot be read counts as forbidden."""


_NO_MEN = f"""
CREATE TRIGGER stay_no_men BEFORE INSERT ON stay
WHEN NEW.ends_at IS NULL AND EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.person_id
  AND p.sex = 'male' AND ({_TODAY} IS NULL OR {adult("p", _TODAY)} OR {maybe_adult("p", _TODAY)}))
BEGIN SELECT RAISE(ABORT, 'stay.no_men'); END"""
"""What has ended already may be written down; it places nobody."""


def _taken(column: str, code: str) -> str:
    return f"""
CREATE TRIGGER stay_{code} BEFORE INSERT ON stay
WHEN EXISTS (SELECT 1 FROM stay o WHERE o.{column} = NEW.{column} AND {_OVERLAP})
BEGIN SELECT RAISE(ABORT, 'stay.{code}'); END"""


def account_in(column: str, roles: str) -> str:
    """Return SQL that is true when a column of the new row names an open account of such a post."""
    return (
        f"EXISTS (SELECT 1 FROM account c WHERE c.id = NEW.{column} "
        f"AND c.closed_at IS NULL AND c.role IN {roles})"
    )


def frozen(table: str, columns: str) -> str:
    """Return a trigger that keeps columns as they were written."""
    condition = " OR ".join(f"NEW.{name} IS NOT OLD.{name}" for name in columns.split(", "))
    return f"""
CREATE TRIGGER {table}_frozen BEFORE UPDATE OF {columns} ON {table}
WHEN {condition}
BEGIN SELECT RAISE(ABORT, '{table}.frozen'); END"""


TRIGGERS: tuple[str, ...] = (
    _pair("child_adult", "child_with_adult"),
    _pair("maybe_adult_young", "maybe_adult_with_young"),
    _pair("kept_apart", "kept_apart"),
    _pair("sex_unknown", "sex_unknown"),
    _NO_MEN,
    _ALONE,
    _taken("bed_id", "bed_taken"),
    _taken("person_id", "person_has_bed"),
    """
CREATE TRIGGER stay_usable_insert BEFORE INSERT ON stay
WHEN EXISTS (SELECT 1 FROM bed WHERE id = NEW.bed_id AND out_of_use <> 0)
BEGIN SELECT RAISE(ABORT, 'stay.bed_out_of_use'); END""",
    f"""
CREATE TRIGGER stay_blocked_insert BEFORE INSERT ON stay
WHEN EXISTS (SELECT 1 FROM block k JOIN bed b ON b.id = NEW.bed_id
  WHERE (k.bed_id = b.id OR k.room_id = b.room_id) AND k.lifted_at IS NULL
    AND coalesce(k.until_day >= {_TODAY}, 1))
BEGIN SELECT RAISE(ABORT, 'stay.blocked'); END""",
    """
CREATE TRIGGER stay_received BEFORE UPDATE OF received_at, received_by ON stay
WHEN OLD.received_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'stay.received'); END""",
    """
CREATE TRIGGER stay_bedroom_insert BEFORE INSERT ON stay
WHEN NOT EXISTS (SELECT 1 FROM bed JOIN room ON room.id = bed.room_id
  WHERE bed.id = NEW.bed_id AND room.purpose = 'bedroom')
BEGIN SELECT RAISE(ABORT, 'stay.not_a_bedroom'); END""",
    frozen("stay", "id, origin_id, person_id, bed_id, starts_at, placed_by, seq"),
    """
CREATE TRIGGER stay_over BEFORE UPDATE ON stay
WHEN OLD.ends_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'stay.over'); END""",
    """
CREATE TRIGGER stay_ahead_insert BEFORE INSERT ON stay
WHEN NEW.ends_at > max(act_moment(), NEW.starts_at)
  OR (NEW.starts_at > act_moment() AND NOT EXISTS (SELECT 1 FROM stay
    WHERE starts_at >= NEW.starts_at OR ends_at >= NEW.starts_at))
BEGIN SELECT RAISE(ABORT, 'stay.ahead'); END""",
    """
CREATE TRIGGER stay_ahead_update BEFORE UPDATE OF ends_at ON stay
WHEN NEW.ends_at > max(act_moment(), OLD.starts_at)
BEGIN SELECT RAISE(ABORT, 'stay.ahead'); END""",
    """
CREATE TRIGGER stay_kept BEFORE DELETE ON stay
BEGIN SELECT RAISE(ABORT, 'stay.kept'); END""",
    frozen("bed", "id, room_id"),
    """
CREATE TRIGGER bed_kept BEFORE DELETE ON bed
WHEN EXISTS (SELECT 1 FROM stay WHERE bed_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'bed.kept'); END""",
    frozen("room", "id"),
    """
CREATE TRIGGER room_purpose BEFORE UPDATE OF purpose ON room
WHEN NEW.purpose <> 'bedroom' AND EXISTS (SELECT 1 FROM bed JOIN stay ON stay.bed_id = bed.id
  WHERE bed.room_id = OLD.id AND stay.ends_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'room.occupied'); END""",
    """
CREATE TRIGGER bed_out_of_use BEFORE UPDATE OF out_of_use ON bed
WHEN NEW.out_of_use <> 0 AND EXISTS (SELECT 1 FROM stay
  WHERE bed_id = OLD.id AND ends_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'bed.occupied'); END""",
    """
CREATE TRIGGER room_kept BEFORE DELETE ON room
WHEN EXISTS (SELECT 1 FROM bed WHERE room_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'room.kept'); END""",
    frozen("person", "id"),
    """
CREATE TRIGGER person_kept BEFORE DELETE ON person
WHEN EXISTS (SELECT 1 FROM stay WHERE person_id = OLD.id)
  OR EXISTS (SELECT 1 FROM arrival WHERE person_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'person.kept'); END""",
    """
CREATE TRIGGER shelter_single BEFORE INSERT ON shelter
WHEN EXISTS (SELECT 1 FROM shelter)
BEGIN SELECT RAISE(ABORT, 'shelter.single'); END""",
    """
CREATE TRIGGER shelter_kept BEFORE DELETE ON shelter
BEGIN SELECT RAISE(ABORT, 'shelter.kept'); END""",
    """
CREATE TRIGGER shelter_zone BEFORE UPDATE OF zone ON shelter
WHEN NEW.zone IS NOT OLD.zone AND EXISTS (SELECT 1 FROM stay)
BEGIN SELECT RAISE(ABORT, 'shelter.zone'); END""",
)
