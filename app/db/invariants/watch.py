# SPDX-License-Identifier: Apache-2.0
"""A level of watch is written down whenever it changes; a look happens now and is kept.

Source: domain §7.13. Whoever changes a need, the level has its instant and its place in the
order of events, so that nobody later shortens how long nobody looked.
"""

from app.db.invariants.pairs import may_be
from app.db.invariants.rooming import frozen

_LEVEL_NOW = """coalesce((SELECT level FROM watch_level WHERE person_id = NEW.person_id
    ORDER BY seq DESC LIMIT 1), 0)"""
_NEED_NOW = "(SELECT watch FROM placement_need WHERE person_id = NEW.person_id)"
_WATCHED_NOW = (
    f"(SELECT max(n.watch) FROM placement_need n WHERE {may_be('n.person_id', 'NEW.person_id')})"
)
"""The highest level of everybody whom she may be."""


def _written(event: str) -> str:
    return f"""
CREATE TRIGGER placement_need_watch_{event.split()[0].lower()} AFTER {event} ON placement_need
WHEN NEW.watch IS NOT {_LEVEL_NOW}
BEGIN
  INSERT INTO counter (name, value) VALUES ('event', 1)
    ON CONFLICT (name) DO UPDATE SET value = value + 1;
  INSERT INTO watch_level
    (id, origin_id, version, person_id, level, changed_at, changed_by, seq)
  SELECT lower(hex(randomblob(16))), (SELECT origin_id FROM installation), 1,
    NEW.person_id, NEW.watch, act_moment(), NEW.noted_by, value
  FROM counter WHERE name = 'event';
END"""


def _never(table: str, event: str) -> str:
    return f"""
CREATE TRIGGER {table}_{event.lower()} BEFORE {event} ON {table}
BEGIN SELECT RAISE(ABORT, '{table}.kept'); END"""


TRIGGERS: tuple[str, ...] = (
    _written("INSERT"),
    _written("UPDATE OF watch"),
    frozen("placement_need", "id, person_id"),
    """
CREATE TRIGGER placement_need_watched BEFORE DELETE ON placement_need
WHEN OLD.watch > 0
BEGIN SELECT RAISE(ABORT, 'placement_need.watched'); END""",
    f"""
CREATE TRIGGER watch_level_true BEFORE INSERT ON watch_level
WHEN NEW.changed_at IS NOT act_moment() OR NEW.level IS NOT {_NEED_NOW}
  OR NEW.level IS {_LEVEL_NOW}
  OR NEW.seq IS NOT (SELECT value FROM counter WHERE name = 'event')
BEGIN SELECT RAISE(ABORT, 'watch_level.untrue'); END""",
    f"""
CREATE TRIGGER watch_look_true BEFORE INSERT ON watch_look
WHEN NEW.seen_at IS NOT act_moment()
  OR NEW.seq IS NOT (SELECT value FROM counter WHERE name = 'event')
  OR (NEW.takes_back_id IS NULL AND NEW.level IS NOT {_WATCHED_NOW})
  OR (NEW.takes_back_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM watch_look
    WHERE id = NEW.takes_back_id AND person_id = NEW.person_id AND found IS NOT NULL))
BEGIN SELECT RAISE(ABORT, 'watch_look.untrue'); END""",
    _never("watch_level", "UPDATE"),
    _never("watch_level", "DELETE"),
    _never("watch_look", "UPDATE"),
    _never("watch_look", "DELETE"),
)
