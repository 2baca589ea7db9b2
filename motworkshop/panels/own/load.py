"""Who carries how many moments of truth, as bars; one who carries many is named in words."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from motworkshop.look import SPACE, Theme
from motworkshop.model.carrying import carries_many
from motworkshop.model.moments import Moment, load_per_accountable
from motworkshop.model.voting import counted
from motworkshop.model.workshop import Workshop
from motworkshop.panels.controls.labels import label
from motworkshop.panels.controls.rows import Section, clear, figure_row

NOBODY = "Nobody yet"


class Load(QWidget):
    """A bar for each accountable person, the heaviest load first, and for what nobody carries."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: object = None
        self._section = Section("Who carries how many")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._section)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of another theme."""
        self._theme = theme
        for bar in self.findChildren(_Bar):
            bar.set_theme(theme)

    def show_moments(self, workshop: Workshop, moments: Sequence[Moment]) -> None:
        """Show who carries these moments."""
        carried = load_per_accountable(workshop, moments)
        numbers = {name: [one.note.number for one in found] for name, found in carried.items()}
        facts = (tuple(numbers.items()), len(moments))
        if str(facts) == self._shown:
            return
        self._shown = str(facts)
        clear(self._section.rows)
        nobody = numbers.pop("", [])
        most = max((len(found) for found in (*numbers.values(), nobody)), default=1)
        for name, found in numbers.items():
            self._add(name, found, most, len(moments))
        if nobody:
            self._add(NOBODY, nobody, most, len(moments))

    def _add(self, name: str, numbers: Sequence[int], most: int, moments: int) -> None:
        is_nobody = name == NOBODY
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(figure_row(name, str(len(numbers)), "warn" if is_nobody else ""))
        bar = _Bar(self._theme, len(numbers), most, "warn" if is_nobody else "accent")
        bar.setToolTip("Notes " + ", ".join(map(str, numbers)))
        column.addWidget(bar)
        said = load_words({name: numbers}, moments) if not is_nobody else ""
        if said:
            column.addWidget(label(said, "warn", wraps=True))
        self._section.rows.addWidget(row)


class _Bar(QWidget):
    """One block for each moment."""

    def __init__(self, theme: Theme, number: int, most: int, role: str) -> None:
        super().__init__()
        self._theme = theme
        self._number = number
        self._most = max(most, 6)
        self._role = role
        self.setFixedHeight(SPACE)
        self.setAccessibleName(counted(number, "moment"))

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = QColor(getattr(self._theme, self._role))
        wide = (self.width() + 2) / self._most
        for place in range(self._number):
            block = QRectF(place * wide, 0, wide - 2, self.height())
            if self._role == "warn":  # what nobody carries is an outline: it is still to be filled
                painter.setPen(QPen(colour, 1))
                painter.drawRect(block.adjusted(0.5, 0.5, -0.5, -0.5))
            else:
                painter.fillRect(block, colour)


def load_words(carried: Mapping[str, Sequence[object]], moments: int) -> str:
    """A sentence about the first who carries many of the moments; "" if nobody does."""
    for name, found in carried.items():
        if carries_many(len(found), moments):
            return f"{name} carries {len(found)} of {moments}. Is that too much for one person?"
    return ""
