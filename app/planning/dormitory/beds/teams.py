# SPDX-License-Identifier: Apache-2.0
"""Newcomers who may share a room, and what a room means to them."""

from dataclasses import dataclass

from app.policies.dormitory.beds.facts import Room


@dataclass(frozen=True, slots=True)
class Place:
    """What one room means to the newcomers.

    ``most`` more may lie down within the floor's space. ``beds`` are free for anybody,
    ``lower`` of them no upper bunks; whoever is in ``own`` has a bed kept for her.
    ``welcome`` may come by themselves, ``following`` only after somebody whom they follow
    into a wing for adults, ``joining`` only after anybody. ``gaps``, ``kin`` and ``ties``
    are for each newcomer the years to the nearest occupant, and how many occupants are
    her family or tied to her. ``like_her`` says that all occupants may be women although
    they are treated as children.
    """

    rank: int
    room: Room
    most: int
    beds: int
    lower: int
    own: int
    welcome: int
    following: int
    joining: int
    gaps: tuple[int, ...]
    kin: tuple[int, ...]
    ties: tuple[int, ...]
    delicate: bool
    like_her: bool

    @property
    def anybody(self) -> int:
        """Return who may come at all."""
        return self.welcome | self.following | self.joining

    @property
    def kind(self) -> tuple[object, ...]:
        """Return what makes two rooms interchangeable; equal kinds differ in rank only."""
        room = self.room
        return (
            self.most,
            self.beds,
            self.lower,
            self.own,
            self.welcome,
            self.following,
            self.joining,
            room.near_caretaker,
            bool(room.occupants),
            self.gaps,
            self.kin,
            self.ties,
            room.room_id if self.delicate else None,
            self.like_her,
        )


@dataclass(frozen=True, slots=True)
class Team:
    """Newcomers who may share a room; ``gaps`` are the years to the nearest of each other."""

    mask: int
    members: tuple[int, ...]
    gaps: tuple[int, ...]
    with_kin: tuple[bool, ...]
    families: int
    ties: int
    delicate: bool
