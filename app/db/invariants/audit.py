# SPDX-License-Identifier: Apache-2.0
"""The audit chain only grows, and only by the program itself (architecture §3).

What its entries point at stays too: accounts keep their identity and are never deleted.
"""


def _never(table: str, event: str) -> str:
    return f"""
CREATE TRIGGER {table}_{event.lower()} BEFORE {event} ON {table}
BEGIN SELECT RAISE(ABORT, '{table}.append_only'); END"""


TRIGGERS: tuple[str, ...] = (
    """
CREATE TRIGGER audit_entry_insert BEFORE INSERT ON audit_entry
WHEN NEW.seq <> 1 + coalesce(
    (SELECT max(seq) FROM audit_entry WHERE origin_id = NEW.origin_id), 0)
  OR NEW.prev_hash <> coalesce((SELECT entry_hash FROM audit_entry
    WHERE origin_id = NEW.origin_id ORDER BY seq DESC LIMIT 1), '')
  OR audit_expected(NEW.entry_hash) <> 1
BEGIN SELECT RAISE(ABORT, 'audit_entry.forged'); END""",
    """
CREATE TRIGGER audit_payload_insert BEFORE INSERT ON audit_payload
WHEN audit_expected('payload ' || NEW.entry_hash || ' ' || NEW.salt) <> 1
BEGIN SELECT RAISE(ABORT, 'audit_payload.forged'); END""",
    _never("audit_entry", "UPDATE"),
    _never("audit_entry", "DELETE"),
    _never("audit_payload", "UPDATE"),
    _never("audit_payload", "DELETE"),
    _never("installation", "UPDATE"),
    _never("installation", "DELETE"),
    """
CREATE TRIGGER installation_single BEFORE INSERT ON installation
WHEN EXISTS (SELECT 1 FROM installation)
BEGIN SELECT RAISE(ABORT, 'installation.single'); END""",
    """
CREATE TRIGGER counter_forward BEFORE UPDATE ON counter
WHEN NEW.name IS NOT OLD.name OR NEW.value <= OLD.value
BEGIN SELECT RAISE(ABORT, 'counter.backwards'); END""",
    """
CREATE TRIGGER counter_kept BEFORE DELETE ON counter
BEGIN SELECT RAISE(ABORT, 'counter.kept'); END""",
    """
CREATE TRIGGER account_frozen BEFORE UPDATE OF id, origin_id, login, opened_at ON account
WHEN NEW.id IS NOT OLD.id OR NEW.origin_id IS NOT OLD.origin_id
  OR NEW.login IS NOT OLD.login OR NEW.opened_at IS NOT OLD.opened_at
BEGIN SELECT RAISE(ABORT, 'account.frozen'); END""",
    """
CREATE TRIGGER account_kept BEFORE DELETE ON account
BEGIN SELECT RAISE(ABORT, 'account.kept'); END""",
    """
CREATE TRIGGER handover_true BEFORE INSERT ON handover
WHEN NOT EXISTS (SELECT 1 FROM audit_entry
  WHERE seq = NEW.audit_seq AND entry_hash = NEW.audit_hash)
BEGIN SELECT RAISE(ABORT, 'handover.untrue'); END""",
    """
CREATE TRIGGER handover_update BEFORE UPDATE ON handover
BEGIN SELECT RAISE(ABORT, 'handover.signed'); END""",
    """
CREATE TRIGGER handover_delete BEFORE DELETE ON handover
BEGIN SELECT RAISE(ABORT, 'handover.signed'); END""",
)
