# SPDX-License-Identifier: Apache-2.0
"""Facts are always recordable; a pair they make forbidden opens an alarm at once.

Architecture §3: correcting a birth date may create a forbidden pair that nobody placed.
The alarm opens in the same transaction, whoever changed the fact, and cannot be closed
or deleted while the two still share the room. Who sleeps where is told by open stays,
never by the PC clock: an alarm does not fall silent because that clock went back.
"""

from app.db.invariants.pairs import forbidden, local_day, rule_broken

_TODAY = local_day("act_moment()")
_NOT_BEFORE_IT_OPENED = local_day("max(act_moment(), OLD.opened_at)")

SHARING_NOW = """
  FROM stay a JOIN bed ab ON ab.id = a.bed_id JOIN person ap ON ap.id = a.person_id
  JOIN bed bb ON bb.room_id = ab.room_id JOIN stay b ON b.bed_id = bb.id
  JOIN person bp ON bp.id = b.person_id
  WHERE a.person_id <> b.person_id
    AND a.ends_at IS NULL AND b.ends_at IS NULL"""

_RULE = rule_broken("ap", "bp", _TODAY)


def opening(cause: str, condition: str) -> str:
    """Return SQL that opens an alarm for each forbidden pair that has none.

    Args:
        cause: SQL for a value of ``AlarmCause``.
        condition: further SQL over ``a`` (child's stay) and ``b`` (the other's stay).
    """
    return f"""
INSERT INTO rooming_alarm
  (id, origin_id, version, room_id, child_id, adult_id, rule, cause, opened_at)
SELECT lower(hex(randomblob(16))), (SELECT origin_id FROM installation), 1,
  f.room_id, f.child_id, f.adult_id, f.rule, {cause}, act_moment()
FROM (SELECT ab.room_id AS room_id, a.person_id AS child_id, b.person_id AS adult_id,
    {_RULE} AS rule {SHARING_NOW} AND {condition}) f
  WHERE f.rule IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM rooming_alarm r WHERE r.closed_at IS NULL
      AND r.child_id = f.child_id AND r.adult_id = f.adult_id)"""


def silent_pairs(moment: str) -> str:
    """Return SQL that counts the forbidden pairs without an open alarm at ``moment``."""
    counting = f"""
SELECT count(*) {SHARING_NOW} AND a.person_id < b.person_id
    AND {forbidden("ap", "bp", _TODAY)}
    AND NOT EXISTS (SELECT 1 FROM rooming_alarm r WHERE r.closed_at IS NULL
      AND ((r.child_id = a.person_id AND r.adult_id = b.person_id)
        OR (r.child_id = b.person_id AND r.adult_id = a.person_id)))"""
    return counting.replace("act_moment()", moment)


TRIGGERS: tuple[str, ...] = (
    f"""
CREATE TRIGGER person_fact_alarm AFTER UPDATE OF adult_from, born_earliest, born_latest, sex
  ON person
WHEN (NEW.adult_from, NEW.born_earliest, NEW.born_latest, NEW.sex)
  IS NOT (OLD.adult_from, OLD.born_earliest, OLD.born_latest, OLD.sex)
BEGIN {opening("'fact'", "(a.person_id = NEW.id OR b.person_id = NEW.id)")}; END""",
    f"""
CREATE TRIGGER alarm_loud BEFORE UPDATE OF closed_at ON rooming_alarm
WHEN NEW.closed_at IS NOT NULL AND EXISTS (SELECT 1 {SHARING_NOW}
    AND a.person_id = OLD.child_id AND b.person_id = OLD.adult_id
    AND {forbidden("ap", "bp", _NOT_BEFORE_IT_OPENED)})
BEGIN SELECT RAISE(ABORT, 'rooming_alarm.loud'); END""",
    f"""
CREATE TRIGGER alarm_true BEFORE INSERT ON rooming_alarm
WHEN NEW.closed_at IS NOT NULL OR NEW.opened_at IS NOT act_moment()
  OR NOT EXISTS (SELECT 1 {SHARING_NOW}
    AND a.person_id = NEW.child_id AND b.person_id = NEW.adult_id
    AND ab.room_id = NEW.room_id AND ({_RULE}) IS NEW.rule)
BEGIN SELECT RAISE(ABORT, 'rooming_alarm.untrue'); END""",
    """
CREATE TRIGGER alarm_frozen BEFORE UPDATE ON rooming_alarm
WHEN NEW.id IS NOT OLD.id OR NEW.child_id IS NOT OLD.child_id
  OR NEW.adult_id IS NOT OLD.adult_id OR NEW.room_id IS NOT OLD.room_id
  OR NEW.cause IS NOT OLD.cause OR NEW.rule IS NOT OLD.rule
  OR NEW.opened_at IS NOT OLD.opened_at OR OLD.closed_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'rooming_alarm.frozen'); END""",
    """
CREATE TRIGGER alarm_kept BEFORE DELETE ON rooming_alarm
BEGIN SELECT RAISE(ABORT, 'rooming_alarm.kept'); END""",
)
