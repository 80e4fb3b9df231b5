# SPDX-License-Identifier: Apache-2.0
"""Who is kept apart stays so in both directions until somebody ends it, and is never deleted.

Source: domain §7.14. Noting a pair that shares a room is a fact: it opens an alarm. Beside
it: signatures, departures and versions of the rules are written once.
"""

from app.db.invariants.alarms import opening
from app.db.invariants.pairs import may_be
from app.db.invariants.rooming import frozen
from app.policies.dormitory.rules.settings import PROPOSED

_EITHER = f"({may_be('NEW.one_id', 'a.person_id')} OR {may_be('NEW.one_id', 'b.person_id')})"
_IN_FORCE = f"""(SELECT houses_apart, exploited_apart, boys_up_to, seq FROM rules_version
      WHERE approved_at IS NOT NULL UNION ALL SELECT {int(PROPOSED.houses_apart)},
      {int(PROPOSED.exploited_apart)}, {PROPOSED.boys_up_to}, -1 ORDER BY seq DESC LIMIT 1)"""
"""The separation rules in force; changing one of them takes two people."""

TRIGGERS: tuple[str, ...] = (
    """
CREATE TRIGGER keep_apart_noted BEFORE INSERT ON keep_apart
WHEN NEW.ended_at IS NOT NULL OR NEW.noted_at IS NOT act_moment()
  OR NOT coalesce(NEW.one_id < NEW.other_id, 0)
BEGIN SELECT RAISE(ABORT, 'keep_apart.untrue'); END""",
    f"""
CREATE TRIGGER keep_apart_alarm AFTER INSERT ON keep_apart
BEGIN {opening("'fact'", _EITHER)}; END""",
    frozen("keep_apart", "id, origin_id, one_id, other_id, why, noted_at, noted_by"),
    """
CREATE TRIGGER keep_apart_over BEFORE UPDATE ON keep_apart
WHEN OLD.ended_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'keep_apart.over'); END""",
    """
CREATE TRIGGER keep_apart_kept BEFORE DELETE ON keep_apart
BEGIN SELECT RAISE(ABORT, 'keep_apart.kept'); END""",
    frozen(
        "placement_permit",
        "id, origin_id, stay_id, person_id, rules, why, signed_at, signed_by, expires_at",
    ),
    """
CREATE TRIGGER placement_permit_kept BEFORE DELETE ON placement_permit
BEGIN SELECT RAISE(ABORT, 'placement_permit.kept'); END""",
    """
CREATE TRIGGER departure_kept BEFORE DELETE ON departure
BEGIN SELECT RAISE(ABORT, 'departure.kept'); END""",
    """
CREATE TRIGGER arrival_departed BEFORE UPDATE OF departed_at ON arrival
WHEN NEW.departed_at IS NOT NULL AND EXISTS (SELECT 1 FROM stay
  WHERE person_id = OLD.person_id AND ends_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'arrival.has_bed'); END""",
    """
CREATE TRIGGER arrival_born_departed BEFORE INSERT ON arrival
WHEN NEW.departed_at IS NOT NULL AND EXISTS (SELECT 1 FROM stay
  WHERE person_id = NEW.person_id AND ends_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'arrival.has_bed'); END""",
    f"""
CREATE TRIGGER rules_version_true BEFORE INSERT ON rules_version
WHEN NEW.proposed_at IS NOT act_moment() OR NEW.dropped_at IS NOT NULL
  OR (NEW.approved_at IS NOT NULL AND (NEW.needs_two <> 0
    OR NEW.approved_at IS NOT act_moment()))
  OR (NEW.needs_two = 0 AND NOT EXISTS (SELECT 1 FROM {_IN_FORCE} f
    WHERE f.houses_apart = NEW.houses_apart AND f.exploited_apart = NEW.exploited_apart
      AND f.boys_up_to = NEW.boys_up_to))
BEGIN SELECT RAISE(ABORT, 'rules_version.untrue'); END""",
    """
CREATE TRIGGER rules_version_over BEFORE UPDATE ON rules_version
WHEN OLD.approved_at IS NOT NULL OR OLD.dropped_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'rules_version.over'); END""",
    """
CREATE TRIGGER rules_version_kept BEFORE DELETE ON rules_version
BEGIN SELECT RAISE(ABORT, 'rules_version.kept'); END""",
    frozen(
        "rules_version",
        "id, origin_id, houses_apart, exploited_apart, boys_up_to, space_dm2, near_from, "
        "company_from, caretaker_expected, ground_floor, infant_under, small_alone_under, "
        "night_alone_under, look_3, look_2, look_1, needs_two, proposed_at, proposed_by",
    ),
)
