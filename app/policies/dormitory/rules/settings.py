# SPDX-License-Identifier: Apache-2.0
"""The shelter's own settings of the rooming rules: thresholds, and which rules are on.

The two hard rules about children and "kept apart" are no settings and cannot be switched
off. Sources: paper (houses and exploited apart), Sphere 3.5 and LKSA 4.5 square metres a
person (domain §4.4), domain §7.13 and §7.15.
"""

from dataclasses import dataclass, replace

from app.policies.dormitory.rules.needs import Needs
from app.policies.reasons import Reason

SPHERE_DM2, LKSA_DM2 = 350, 450
"""Square decimetres of floor a person: humanitarian minimum, children's homes."""
LEAST_DM2, MOST_DM2 = 200, 1200
OLDEST_BOY = 17
LOOKS = {"look_3": (5, 60), "look_2": (15, 240), "look_1": (30, 480)}
"""Least and most minutes of each level's watch rounds."""


@dataclass(frozen=True, slots=True)
class RoomingRules:
    """What holds; the defaults are the proposed SOP.

    Attributes:
        houses_apart: clients of RPSW and PSKW do not share rooms.
        exploited_apart: exploited and not exploited do not share rooms.
        boys_up_to: age in whole years up to which a boy stays with his mother.
        space_dm2: square decimetres of floor for each sleeper; 0 counts beds only.
        near_from: level of watch from which she sleeps near the caretaker.
        ground_floor: and on the ground floor, where her side has a bed near the caretaker there.
        look_3: minutes after which somebody has to look in on level 3 again.
        look_2: likewise on level 2.
        look_1: minutes after the beginning of a watch by which level 1 was looked at once.
        company_from: level of watch from which she does not sleep alone.
        caretaker_expected: a wing without a caretaker on duty is warned of.
        infant_under: age in years below which a child is never without her mother or guardian.
        small_alone_under: age below which nobody is alone in a room, nor with as small ones only.
        night_alone_under: age below which nobody sleeps alone in a room.
    """

    houses_apart: bool = True
    exploited_apart: bool = True
    boys_up_to: int = 9
    space_dm2: int = SPHERE_DM2
    near_from: int = 2
    company_from: int = 3
    caretaker_expected: bool = True
    ground_floor: bool = True
    infant_under: int = 2
    small_alone_under: int = 7
    night_alone_under: int = 13
    look_3: int = 15
    look_2: int = 60
    look_1: int = 240


PROPOSED = RoomingRules()
ALONE = ("infant_under", "small_alone_under", "night_alone_under")
"""Fields that are ages in years, each not below the one before."""
SEPARATION = frozenset({"houses_apart", "exploited_apart", "boys_up_to"})
"""Fields whose change two people have to approve."""


def changed(before: RoomingRules, after: RoomingRules) -> frozenset[str]:
    """Return the names of the fields that differ."""
    return frozenset(
        name for name in RoomingRules.__slots__ if getattr(before, name) != getattr(after, name)
    )


def needs_two(before: RoomingRules, after: RoomingRules) -> bool:
    """Say whether a change touches a separation rule, so that a second person approves it."""
    return bool(changed(before, after) & SEPARATION)


def out_of_range(rules: RoomingRules) -> dict[str, Reason]:
    """Return what cannot be set so, by field; empty when all of it can."""
    found = {}
    if not 0 <= rules.boys_up_to <= OLDEST_BOY:
        found["boys_up_to"] = Reason.BOYS_LIMIT
    if rules.space_dm2 and not LEAST_DM2 <= rules.space_dm2 <= MOST_DM2:
        found["space_dm2"] = Reason.SPACE_LIMIT
    ages = (0, rules.infant_under, rules.small_alone_under, rules.night_alone_under, OLDEST_BOY + 1)
    for name, lowest, years, highest in zip(ALONE, ages, ages[1:], ages[2:], strict=False):
        if not lowest <= years <= highest:
            found[name] = Reason.ALONE_LIMIT
    for name in ("near_from", "company_from"):
        if not 1 <= getattr(rules, name) <= 4:
            found[name] = Reason.WATCH_LIMIT
    for name, (least, most) in LOOKS.items():
        if not least <= getattr(rules, name) <= most:
            found[name] = Reason.LOOK_LIMIT
    if "look_2" not in found and rules.look_2 < rules.look_3:
        found["look_2"] = Reason.LOOK_ORDER
    return found


def under(rules: RoomingRules, needs: Needs, watch: int, boy_years: int | None = None) -> Needs:
    """Return needs as the rules in force see them.

    Args:
        rules: the settings in force.
        needs: as recorded.
        watch: level of watch, 0 to 3.
        boy_years: age of a boy in whole years; None for a girl or woman, or if not known.
    """
    return replace(
        needs,
        house=needs.house if rules.houses_apart else None,
        exploited=needs.exploited if rules.exploited_apart else None,
        near=watch >= rules.near_from,
        company=watch >= rules.company_from,
        grown_boy=boy_years is not None and boy_years > rules.boys_up_to,
    )


def capacity(rules: RoomingRules, area_dm2: int) -> int | None:
    """Return how many may sleep on a floor of so many square decimetres; None for any number."""
    return area_dm2 // rules.space_dm2 if rules.space_dm2 else None
