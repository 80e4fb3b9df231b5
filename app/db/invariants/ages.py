# SPDX-License-Identifier: Apache-2.0
"""What was said of an age stays as it was said; two persons end a presumption of minority.

Beside it: who may be the same person stays noted, and what keeps one of the two safe holds for
both from that moment (a likeness is a fact: it opens an alarm).
"""

from app.db.invariants.alarms import opening
from app.db.invariants.rooming import account_in, frozen

_SETTLERS = "('head', 'coordinator', 'social_worker', 'psychologist')"
_IN_CHARGE = "('head', 'coordinator')"

_EITHER = (
    "(a.person_id IN (NEW.person_id, NEW.earlier_id) "
    "OR b.person_id IN (NEW.person_id, NEW.earlier_id))"
)

TRIGGERS: tuple[str, ...] = (
    """
CREATE TRIGGER age_statement_true BEFORE INSERT ON age_statement
WHEN NEW.noted_at IS NOT act_moment() OR (NEW.end_id IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM presumption_end e WHERE e.id = NEW.end_id AND e.person_id = NEW.person_id
    AND e.agreed_at IS act_moment()))
BEGIN SELECT RAISE(ABORT, 'age_statement.untrue'); END""",
    """
CREATE TRIGGER age_statement_frozen BEFORE UPDATE ON age_statement
BEGIN SELECT RAISE(ABORT, 'age_statement.frozen'); END""",
    """
CREATE TRIGGER age_statement_kept BEFORE DELETE ON age_statement
BEGIN SELECT RAISE(ABORT, 'age_statement.kept'); END""",
    f"""
CREATE TRIGGER presumption_end_asked BEFORE INSERT ON presumption_end
WHEN NEW.asked_at IS NOT act_moment() OR NEW.agreed_at IS NOT NULL OR NEW.dropped_at IS NOT NULL
  OR length(trim(NEW.proof)) < 3 OR NOT {account_in("asked_by", _SETTLERS)}
BEGIN SELECT RAISE(ABORT, 'presumption_end.untrue'); END""",
    f"""
CREATE TRIGGER presumption_end_two BEFORE UPDATE OF agreed_at, agreed_by ON presumption_end
WHEN NEW.agreed_at IS NOT act_moment() OR NEW.agreed_by IS NEW.asked_by
  OR NOT {account_in("agreed_by", _SETTLERS)}
  OR NOT ({account_in("agreed_by", _IN_CHARGE)} OR {account_in("asked_by", _IN_CHARGE)})
BEGIN SELECT RAISE(ABORT, 'presumption_end.two'); END""",
    frozen(
        "presumption_end",
        "id, origin_id, person_id, basis, age_text, proof, proof_on, why, asked_at, asked_by",
    ),
    """
CREATE TRIGGER presumption_end_over BEFORE UPDATE ON presumption_end
WHEN OLD.agreed_at IS NOT NULL OR OLD.dropped_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'presumption_end.over'); END""",
    """
CREATE TRIGGER presumption_end_kept BEFORE DELETE ON presumption_end
BEGIN SELECT RAISE(ABORT, 'presumption_end.kept'); END""",
    frozen("birth", "id, origin_id, mother_id, born_at, noted_at, noted_by"),
    """
CREATE TRIGGER birth_kept BEFORE DELETE ON birth
BEGIN SELECT RAISE(ABORT, 'birth.kept'); END""",
    """
CREATE TRIGGER birth_over BEFORE UPDATE ON birth
WHEN OLD.ended_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'birth.over'); END""",
    frozen("possible_return", "id, origin_id, person_id, earlier_id, both_here, noted_at"),
    """
CREATE TRIGGER possible_return_kept BEFORE DELETE ON possible_return
BEGIN SELECT RAISE(ABORT, 'possible_return.kept'); END""",
    f"""
CREATE TRIGGER possible_return_alarm AFTER INSERT ON possible_return
BEGIN {opening("'fact'", _EITHER)}; END""",
    f"""
CREATE TRIGGER possible_return_again AFTER UPDATE OF verdict ON possible_return
WHEN OLD.verdict = 'different' AND NEW.verdict <> 'different'
BEGIN {opening("'fact'", _EITHER)}; END""",
)
