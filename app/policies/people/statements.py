# SPDX-License-Identifier: Apache-2.0
"""Everything that was ever said of one age, judged together.

Nothing overwrites anything: a paper may lie, since traffickers make girls older (issue
"Nobody sleeps beside danger"). Where anything credible says child she is treated as one and
may be an adult, until two persons end it by a document or an assessment.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from app.policies.people.age import AgeBasis, AgeJudgement, AgeReason, TreatedAs
from app.policies.people.born import Born, eighteenth_birthday, is_adult


@dataclass(frozen=True, slots=True)
class Said:
    """One statement, judged alone on the day it was said.

    Attributes:
        judged: how it is taken by itself.
        said_on: the shelter's calendar day.
        noted_by: the account that wrote it down.
        ends: two persons ended the presumption of minority by it; what was said before is over.
    """

    judged: AgeJudgement
    said_on: date
    noted_by: UUID | None = None
    ends: bool = False


def together(said: Sequence[Said], today: date, others: Sequence[Said] = ()) -> AgeJudgement:
    """Return how somebody is treated by everything that was said of her age.

    Duty staff can start the presumption of minority, never end it (ux §5.3): whoever was a
    child by what was said before stays one, whatever is said next, unless two persons end it
    or a documented birthday comes.

    Args:
        said: every statement about her, the oldest first; at least one.
        today: the shelter's calendar day.
        others: how those are taken who may be the same person, each as one statement of the
            day on which something was last said of her.
    """
    begin = max((at for at, each in enumerate(said) if each.ends), default=0)
    said = said[begin:]
    taken = said[0].judged
    for at in range(1, len(said)):
        day = said[at].said_on
        before, taken = taken, _at_once(said[: at + 1], day)
        if is_adult(taken.adult_from, day) and not is_adult(before.adult_from, day):
            taken = _held(taken, AgeReason.NOT_VERIFIED)
    for other in others:
        if not (said[0].ends and other.said_on <= said[0].said_on):
            taken = _with_other(taken, other.judged, today)
    last = said[-1].judged
    return _on(replace(taken, stated=last.stated, basis=last.basis, asks_doubt=False), today)


def _held(taken: AgeJudgement, reason: AgeReason) -> AgeJudgement:
    return replace(taken, treated_as=TreatedAs.CHILD, reason=reason, adult_from=None)


def _on(taken: AgeJudgement, today: date) -> AgeJudgement:
    """Return a judgement as it is on a day: a documented child may have turned 18 since."""
    if not is_adult(taken.adult_from, today):
        return replace(taken, treated_as=TreatedAs.CHILD)
    grown = taken.reason is AgeReason.DOCUMENT_CHILD
    reason = AgeReason.DOCUMENT_ADULT if grown else taken.reason
    return replace(taken, treated_as=TreatedAs.ADULT, reason=reason)


def _at_once(said: Sequence[Said], today: date) -> AgeJudgement:
    """Return what statements say that stand side by side, without their history."""
    known = [each.judged for each in _not_retyped(said) if not each.judged.stated.is_empty]
    if not known:
        return said[-1].judged
    paper = _youngest_paper(known)
    if paper is None:
        children = [each for each in known if each.adult_from is None]
        chosen = _youngest(children or known)
        latest = max((each.adult_from for each in known if each.adult_from), default=None)
        day = None if children else latest
        return replace(chosen, adult_from=day, born=_union(known))
    beside = [each for each in known if each is not paper and not _agrees(each, paper)]
    doubting = [each for each in beside if _says_child(each, max(_turns_18(paper), today))]
    born = _union([paper, *beside])
    if not doubting:
        return replace(paper, born=born)
    chosen = _youngest(doubting)
    return replace(chosen, reason=AgeReason.PAPER_DOUBTED, adult_from=None, born=born)


def _not_retyped(said: Sequence[Said]) -> list[Said]:
    """Leave out what the same hand wrote anew on the same day: a slip, not another statement."""
    newest = {(each.said_on, each.judged.basis, each.noted_by): each for each in said}
    return [each for each in said if newest[each.said_on, each.judged.basis, each.noted_by] is each]


def _youngest_paper(known: Sequence[AgeJudgement]) -> AgeJudgement | None:
    papers = [each for each in known if each.basis is AgeBasis.DOCUMENT and each.stated.birth_date]
    return max(papers, key=_turns_18) if papers else None


def _turns_18(paper: AgeJudgement) -> date:
    return eighteenth_birthday(paper.stated.birth_date or date.max)


def _agrees(each: AgeJudgement, paper: AgeJudgement) -> bool:
    """Say whether a paper's birthday is one of those that a statement leaves open."""
    day, born = paper.stated.birth_date or date.max, each.born
    return (born.earliest is None or born.earliest <= day) and (
        born.latest is None or day <= born.latest
    )


def _says_child(each: AgeJudgement, day: date) -> bool:
    return each.born.nominal is not None and eighteenth_birthday(each.born.nominal) > day


def _youngest(several: Sequence[AgeJudgement]) -> AgeJudgement:
    return max(several, key=lambda each: each.born.nominal or each.born.latest or date.min)


def _union(several: Sequence[AgeJudgement]) -> Born:
    """Return the days on which somebody may have been born if any of these is true."""
    earliest = [each.born.earliest for each in several]
    return Born(
        None if None in earliest else min(day for day in earliest if day is not None),
        max((each.born.latest for each in several if each.born.latest), default=None),
        max((each.born.nominal for each in several if each.born.nominal), default=None),
    )


def _with_other(taken: AgeJudgement, other: AgeJudgement, today: date) -> AgeJudgement:
    """Add how somebody is taken who may be the same person; of whom no age is known says nothing.

    What is not known of her own age stays so: nobody becomes a small child by a likeness alone.
    """
    if other.born.nominal is None:
        return taken
    born = _union([taken, other])
    if taken.born.latest is None:
        born = replace(born, latest=None, nominal=None)
    child = not is_adult(other.adult_from, today) and _says_child(other, today)
    if child and is_adult(taken.adult_from, today):
        taken = _held(taken, AgeReason.SAID_BEFORE)
    return replace(taken, born=born)
