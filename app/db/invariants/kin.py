# SPDX-License-Identifier: Apache-2.0
"""Kinship is declared first and verified later; an exception is signed and expires.

Source: issue "A bed tonight"; domain §7.3, §7.4, §7.8 (a perpetrator may pose as family).
Nobody is ever re-declared: rows keep who they name, only end, and are never deleted.
"""

from app.db.invariants.alarms import opening
from app.db.invariants.rooming import account_in, frozen

_VERIFIERS = "('head', 'coordinator', 'social_worker')"
_SIGNERS = "('head', 'coordinator', 'duty_officer')"
_DAYS = "julianday(NEW.expires_at) - julianday(NEW.signed_at)"
_PAIR = (
    "((a.person_id = NEW.younger_id AND b.person_id = NEW.elder_id) "
    "OR (a.person_id = NEW.elder_id AND b.person_id = NEW.younger_id))"
)


TRIGGERS: tuple[str, ...] = (
    """
CREATE TRIGGER kinship_declared BEFORE INSERT ON kinship
WHEN NEW.standing <> 'declared' OR NEW.ended_at IS NOT NULL
  OR NEW.declared_at IS NOT act_moment()
  OR EXISTS (SELECT 1 FROM kinship k WHERE k.ended_at IS NULL
    AND k.elder_id = NEW.younger_id AND k.younger_id = NEW.elder_id)
  OR (NEW.kind = 'mother' AND EXISTS (SELECT 1 FROM kinship k WHERE k.ended_at IS NULL
    AND k.kind = 'mother' AND k.younger_id = NEW.younger_id))
  OR EXISTS (SELECT 1 FROM person e, person y WHERE e.id = NEW.elder_id
    AND y.id = NEW.younger_id AND e.birth_date > y.birth_date)
BEGIN SELECT RAISE(ABORT, 'kinship.untrue'); END""",
    frozen("kinship", "id, origin_id, elder_id, younger_id, kind, declared_at, declared_by"),
    f"""
CREATE TRIGGER kinship_verified BEFORE UPDATE OF standing, verified_at, verified_by, proof
  ON kinship
WHEN (NEW.standing, NEW.verified_at, NEW.verified_by, NEW.proof)
    IS NOT (OLD.standing, OLD.verified_at, OLD.verified_by, OLD.proof)
  AND (OLD.standing <> 'declared' OR NEW.standing <> 'verified'
    OR NEW.verified_at IS NOT act_moment() OR length(trim(NEW.proof)) < 3
    OR NOT {account_in("verified_by", _VERIFIERS)})
BEGIN SELECT RAISE(ABORT, 'kinship.unproven'); END""",
    """
CREATE TRIGGER kinship_over BEFORE UPDATE ON kinship
WHEN OLD.ended_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'kinship.over'); END""",
    """
CREATE TRIGGER kinship_kept BEFORE DELETE ON kinship
BEGIN SELECT RAISE(ABORT, 'kinship.kept'); END""",
    f"""
CREATE TRIGGER kinship_ended AFTER UPDATE OF ended_at ON kinship
WHEN NEW.ended_at IS NOT NULL
BEGIN
  UPDATE rooming_exception SET ended_at = act_moment()
    WHERE kinship_id = NEW.id AND ended_at IS NULL;
  {opening("'fact'", _PAIR)};
END""",
    f"""
CREATE TRIGGER exception_signed BEFORE INSERT ON rooming_exception
WHEN NEW.signed_at IS NOT act_moment() OR NEW.ended_at IS NOT NULL
  OR NOT {account_in("signed_by", _SIGNERS)}
  OR coalesce({_DAYS} > CASE WHEN NEW.kind = 'sisters' AND EXISTS (SELECT 1 FROM account c
    WHERE c.id = NEW.signed_by AND c.role IN ('head', 'coordinator')) THEN 14 ELSE 1 END, 1)
  OR NOT EXISTS (SELECT 1 FROM kinship k WHERE k.id = NEW.kinship_id AND k.ended_at IS NULL
    AND k.elder_id = NEW.elder_id AND k.younger_id = NEW.younger_id
    AND k.kind = CASE NEW.kind WHEN 'declared_mother' THEN 'mother' ELSE 'sister' END)
BEGIN SELECT RAISE(ABORT, 'exception.unsigned'); END""",
    frozen(
        "rooming_exception",
        "id, origin_id, kinship_id, elder_id, younger_id, kind, observation, signed_at, "
        "signed_by, expires_at",
    ),
    """
CREATE TRIGGER exception_over BEFORE UPDATE ON rooming_exception
WHEN OLD.ended_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'exception.over'); END""",
    """
CREATE TRIGGER exception_kept BEFORE DELETE ON rooming_exception
BEGIN SELECT RAISE(ABORT, 'exception.kept'); END""",
    f"""
CREATE TRIGGER exception_ended AFTER UPDATE OF ended_at ON rooming_exception
WHEN NEW.ended_at IS NOT NULL
BEGIN
  {opening("CASE WHEN NEW.expires_at <= act_moment() THEN 'expired' ELSE 'fact' END", _PAIR)};
END""",
)
