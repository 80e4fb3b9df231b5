# SPDX-License-Identifier: Apache-2.0
"""SQL over two rows of ``person``: who is a child, who may share a room with whom.

The same rules stand in ``app.policies.dormitory.beds.rooming``; ``adult_from IS NULL`` is a
child. Kinship counts while it is live, an exception from its signing until it expires.
"""


def local_day(instant: str) -> str:
    """Return SQL for the shelter's calendar day of an instant."""
    return (
        f"date({instant}, (SELECT CASE zone WHEN 'Asia/Makassar' THEN '+8 hours' "
        "WHEN 'Asia/Jayapura' THEN '+9 hours' ELSE '+7 hours' END FROM shelter LIMIT 1))"
    )


def adult(person: str, day: str) -> str:
    """Return SQL that is true when a person is adult on ``day``."""
    return f"({person}.adult_from IS NOT NULL AND {person}.adult_from <= {day})"


def maybe_adult(person: str, day: str) -> str:
    """Return SQL that is true when somebody treated as a child may be 18 the day after ``day``."""
    return (
        f"(NOT {adult(person, day)} AND ({person}.born_earliest IS NULL "
        f"OR date({person}.born_earliest, '+18 years', '-1 day') <= {day}))"
    )


def proven(elder: str, younger: str) -> str:
    """Return SQL that is true for a verified mother or guardian."""
    return (
        f"EXISTS (SELECT 1 FROM kinship k WHERE k.elder_id = {elder} AND k.younger_id = {younger} "
        "AND k.ended_at IS NULL AND k.standing = 'verified' AND k.kind IN ('mother', 'guardian'))"
    )


def excepted(elder: str, younger: str, kind: str = "") -> str:
    """Return SQL that is true while a signed exception lasts."""
    only = f" AND x.kind = '{kind}'" if kind else ""
    return (
        f"EXISTS (SELECT 1 FROM rooming_exception x WHERE x.elder_id = {elder} "
        f"AND x.younger_id = {younger} AND x.ended_at IS NULL{only} "
        "AND x.signed_at <= act_moment() AND x.expires_at > act_moment())"
    )


def licensed(elder: str, younger: str) -> str:
    """Return SQL that is true when the two may share a room at all."""
    return f"({proven(elder, younger)} OR {excepted(elder, younger)})"


def _mothered(elder: str, younger: str) -> str:
    return (
        f"(EXISTS (SELECT 1 FROM kinship k WHERE k.elder_id = {elder} "
        f"AND k.younger_id = {younger} AND k.ended_at IS NULL AND k.standing = 'verified' "
        f"AND k.kind = 'mother') OR {excepted(elder, younger, 'declared_mother')})"
    )


def _siblings(one: str, other: str) -> str:
    """Return SQL that is true when two persons have one mother, proven or for tonight."""
    return (
        f"EXISTS (SELECT 1 FROM kinship s WHERE s.younger_id = {one} AND s.kind = 'mother' "
        f"AND s.ended_at IS NULL AND {_mothered('s.elder_id', one)} "
        f"AND {_mothered('s.elder_id', other)})"
    )


def _family(one: str, other: str) -> str:
    """Return SQL that is true when a licence joins two persons, or one mother."""
    return f"({licensed(one, other)} OR {licensed(other, one)} OR {_siblings(one, other)})"


def may_be(one: str, other: str) -> str:
    """Return SQL that is true when two ids are one, or may be one person by a noted likeness."""
    return (
        f"({one} = {other} OR EXISTS (SELECT 1 FROM possible_return l WHERE "
        f"(l.verdict = 'same' OR (l.verdict = 'open' AND l.both_here = 0)) "
        f"AND ((l.person_id = {one} AND l.earlier_id = {other}) "
        f"OR (l.person_id = {other} AND l.earlier_id = {one}))))"
    )


def kept_apart(one: str, other: str) -> str:
    """Return SQL that is true when two persons are kept apart; for one order of them only.

    So is whoever may be one of them.
    """
    first, second = "q.one_id", "q.other_id"
    return (
        f"({one} < {other} AND EXISTS (SELECT 1 FROM keep_apart q WHERE q.ended_at IS NULL "
        f"AND (({may_be(first, one)} AND {may_be(second, other)}) "
        f"OR ({may_be(first, other)} AND {may_be(second, one)}))))"
    )


def _rules(child: str, other: str, day: str) -> dict[str, str]:
    """Return SQL for each hard rule that ``child`` beside ``other`` may break, the first first."""
    own, hers = f"{other}.id", f"{child}.id"
    return {
        "child_with_adult": (
            f"NOT {adult(child, day)} AND {adult(other, day)} AND NOT {licensed(own, hers)}"
        ),
        "maybe_adult_with_young": (
            f"date({child}.born_latest, '+13 years') > {day} AND {maybe_adult(other, day)} "
            f"AND NOT {adult(child, day)} AND NOT {licensed(own, hers)} "
            f"AND NOT {_siblings(own, hers)}"
        ),
        "kept_apart": kept_apart(hers, own),
        "sex_unknown": (
            f"{child}.sex IS NULL AND ({other}.sex IS NOT NULL OR {hers} < {own}) "
            f"AND NOT {_family(own, hers)}"
        ),
    }


def rule_broken(child: str, other: str, day: str) -> str:
    """Return SQL for the hard rule that ``child`` beside ``other`` breaks, or NULL."""
    cases = (f"WHEN {sql} THEN '{rule}'" for rule, sql in _rules(child, other, day).items())
    return f"CASE {' '.join(cases)} END"


def forbidden(one: str, other: str, day: str, rule: str = "") -> str:
    """Return SQL that is true when two persons may not share a room, in either order.

    With ``rule`` only that rule is looked at: SQLite keeps every trigger in memory, taken apart,
    for each connection.
    """
    both = (_rules(one, other, day), _rules(other, one, day))
    broken = [f"({sql})" for rules in both for name, sql in rules.items() if rule in {"", name}]
    return f"({' OR '.join(broken)})"
