# SPDX-License-Identifier: Apache-2.0
"""A row that goes on below where its pieces do not fit side by side."""

from dataclasses import dataclass, field

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QSpacerItem

_POLICY = QSizePolicy.Policy
_ENDLESS = 1 << 20
_HUNGRIEST = 3


@dataclass(slots=True)
class _Line:
    """Pieces side by side: their widths, the space before each, and where spare room goes."""

    pieces: list[QLayoutItem] = field(default_factory=list)
    widths: list[int] = field(default_factory=list)
    before: list[int] = field(default_factory=list)
    pushed: list[int] = field(default_factory=list)

    @property
    def width(self) -> int:
        return sum(self.widths) + sum(self.before)

    @property
    def height(self) -> int:
        return max(map(_height, self.pieces, self.widths), default=0)

    def add(self, piece: QLayoutItem, width: int, before: int) -> None:
        self.pieces.append(piece)
        self.widths.append(width)
        self.before.append(before if len(self.pieces) > 1 else 0)


class Flow(QLayout):
    """Like a horizontal box as long as there is room; what does not fit goes into another line.

    A stretch pushes what follows it to the right edge, in whichever line that is.
    """

    def __init__(self) -> None:
        super().__init__()
        self._pieces: list[QLayoutItem] = []
        self._broken: dict[int, list[_Line]] = {}

    def invalidate(self) -> None:
        """Forget how the pieces stood: one of them has another size."""
        self._broken.clear()
        super().invalidate()

    def addItem(self, piece: QLayoutItem) -> None:
        """Take a piece at the end."""
        self._pieces.append(piece)
        self.invalidate()

    def add_layout(self, layout: QLayout) -> None:
        """Take a layout at the end."""
        self.addChildLayout(layout)
        self.addItem(layout)

    def add_space(self, pixels: int) -> None:
        """Leave more room between two pieces of a line."""
        self.addItem(QSpacerItem(pixels, 0, _POLICY.Fixed, _POLICY.Minimum))

    def add_stretch(self) -> None:
        """Push what follows to the right."""
        self.addItem(QSpacerItem(0, 0, _POLICY.Expanding, _POLICY.Minimum))

    def count(self) -> int:
        """Return how many pieces there are."""
        return len(self._pieces)

    def itemAt(self, at: int) -> QLayoutItem | None:  # type: ignore[override]
        """Return a piece."""
        return self._pieces[at] if 0 <= at < len(self._pieces) else None

    def takeAt(self, at: int) -> QLayoutItem | None:  # type: ignore[override]
        """Give a piece away."""
        self._broken.clear()
        return self._pieces.pop(at) if 0 <= at < len(self._pieces) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Take all the width there is."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Say that less width takes more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at a width."""
        edges = self.contentsMargins()
        tall = [line.height for line in self._lines(width - edges.left() - edges.right())]
        between = self.spacing() * max(0, len(tall) - 1)
        return sum(tall) + between + edges.top() + edges.bottom()

    def minimumHeightForWidth(self, width: int) -> int:
        """Return the same: a line is not squeezed."""
        return self.heightForWidth(width)

    def sizeHint(self) -> QSize:
        """Return the size of everything in one line."""
        line = next(iter(self._break(_ENDLESS)), _Line())
        return QSize(line.width, line.height).grownBy(self.contentsMargins())

    def minimumSize(self) -> QSize:
        """Return the size of the largest piece, with the others below it."""
        least = QSize(0, 0)
        for piece in self._pieces:
            if not piece.isEmpty():
                least = least.expandedTo(piece.minimumSize())
        return least.grownBy(self.contentsMargins())

    def setGeometry(self, rect: QRect) -> None:
        """Put every piece in its place."""
        super().setGeometry(rect)
        room = rect.marginsRemoved(self.contentsMargins())
        lines = self._lines(room.width())
        top = room.top()
        for line in lines:
            tall = line.height if len(lines) > 1 else room.height()
            left = room.left()
            for piece, width, before in zip(line.pieces, line.widths, line.before, strict=True):
                piece.setGeometry(QRect(left + before, top, width, tall))
                left += before + width
            top += tall + self.spacing()

    def _lines(self, room: int) -> list[_Line]:
        """Return the lines at a width, filled; asked for the same again and again."""
        if room not in self._broken:
            self._broken[room] = lines = self._break(room)
            stretched = any(_stretches(piece) for piece in self._pieces)
            for each in lines:
                _fill(each, room - each.width, stretched=stretched, alone=len(lines) == 1)
        return self._broken[room]

    def _break(self, room: int) -> list[_Line]:
        line, lines = _Line(), []
        space, stretched, push = 0, False, False
        for piece in self._pieces:
            if piece.spacerItem() is not None:
                wide = _stretches(piece)
                stretched, push = stretched or wide, push or wide
                space += piece.sizeHint().width()
            elif not piece.isEmpty():
                wish = min(max(piece.sizeHint().width(), piece.minimumSize().width()), room)
                before = self.spacing() + space
                if line.pieces and line.width + before + wish > room:
                    lines.append(line)
                    line, push = _Line(), stretched
                if push:
                    line.pushed.append(len(line.pieces))
                line.add(piece, wish, before)
                space, push = 0, False
        if line.pieces:
            lines.append(line)
            if push:
                line.pushed.append(len(line.pieces))
        return lines


def _fill(line: _Line, spare: int, *, stretched: bool, alone: bool) -> None:
    """Give what is left of a line to who wants it most; of several lines, to who needs it."""
    hungry = [_hunger(piece, alone=alone) for piece in line.pieces]
    most = max(hungry)
    if stretched and most < _HUNGRIEST:
        for at in line.pushed:
            if at < len(line.before):
                line.before[at] += spare // len(line.pushed)
        return
    wanting = [at for at, hunger in enumerate(hungry) if hunger == most and most]
    while spare > 0 and wanting:
        share = max(1, spare // len(wanting))
        for at in tuple(wanting):
            more = max(
                0, min(share, line.pieces[at].maximumSize().width() - line.widths[at], spare)
            )
            line.widths[at] += more
            spare -= more
            if more < share:
                wanting.remove(at)


def _stretches(piece: QLayoutItem) -> bool:
    wide = piece.expandingDirections() & Qt.Orientation.Horizontal
    return piece.spacerItem() is not None and bool(wide)


def _hunger(piece: QLayoutItem, *, alone: bool) -> int:
    """Return how much a piece wants what is left of its line."""
    widget = piece.widget()
    if widget is not None and widget.sizePolicy().horizontalStretch():
        return _HUNGRIEST
    if piece.expandingDirections() & Qt.Orientation.Horizontal:
        return 2
    grows = widget is None or widget.sizePolicy().horizontalPolicy() is not _POLICY.Fixed
    return int(alone and grows)


def _height(piece: QLayoutItem, width: int) -> int:
    if piece.hasHeightForWidth():
        return piece.heightForWidth(width)
    return max(piece.sizeHint().height(), piece.minimumSize().height())
