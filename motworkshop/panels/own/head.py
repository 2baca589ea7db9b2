"""The head of a card: the note as it lies on the board, and what the vote and the scores say."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from motworkshop.look import NO_CATEGORY, NOTE_CORNER, NOTE_INK, SPACE, CategoryStyle
from motworkshop.look import category_style as style_numbered
from motworkshop.model.moments import Moment
from motworkshop.model.records import Category, Note, Stage
from motworkshop.model.tally import DecidedBy, TallyLine
from motworkshop.model.voting import counted
from motworkshop.model.workshop import Workshop
from motworkshop.panels.controls.labels import label, set_state
from motworkshop.panels.icons import ICON, Icons

BAND = 16
"""Width of the band in the colour of the mark, at the left of the paper."""
MOST_DRAWN = 12
"""More dots than this are told as a number alone (LOOK.md)."""


class Head(QWidget):
    """Number, text, category and stage on the note's own paper; what the vote said below it."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._paper = _Paper(icons)
        self._told = label("", "small", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self._paper)
        column.addWidget(self._told)

    def show_moment(self, workshop: Workshop, moment: Moment) -> None:
        """Show the note and its figures."""
        self._paper.show_note(workshop, moment)
        self._told.setText(" ".join(filter(None, [vote_words(moment.line), decided_words(moment)])))

    def set_wide(self, *, is_wide: bool) -> None:
        """Take the largest type where there is room for it."""
        self._paper.set_wide(is_wide=is_wide)


class _Paper(QWidget):
    """The note: its paper, a band in the colour of its mark, and its dots."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("own_paper")
        self._style = NO_CATEGORY
        self._number = label("", "moment")
        self._text = label("", "moment", wraps=True)
        self._mark = _Mark(icons)
        self._where = label("", wraps=True)
        self._dots = _Dots()
        first = QHBoxLayout()
        first.setSpacing(2 * SPACE)
        first.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        first.addWidget(self._text, 1)
        second = QHBoxLayout()
        second.setSpacing(SPACE)
        second.addWidget(self._mark)
        second.addWidget(self._where, 1)
        second.addWidget(self._dots)
        column = QVBoxLayout(self)
        column.setContentsMargins(BAND + 2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        column.setSpacing(SPACE)
        column.addLayout(first)
        column.addLayout(second)

    def show_note(self, workshop: Workshop, moment: Moment) -> None:
        note = moment.note
        category = workshop.of(Category).get(note.category or "")
        stage = workshop.of(Stage).get(note.stage or "")
        self._style = style_of(workshop, note)
        self._number.setText(str(note.number))
        self._text.setText(note.text)
        parts = [category.name if category else "No category", stage.name if stage else "No stage"]
        delivered = f"delivered by {note.department}" if note.department.strip() else ""
        self._where.setText("  ·  ".join(filter(None, [*parts, delivered])))
        self._mark.show_style(self._style)
        self._dots.show_number(moment.line.dots)
        self.update()

    def set_wide(self, *, is_wide: bool) -> None:
        set_state(self, "wide", is_wide)
        for shown in (self._number, self._text):
            shown.style().unpolish(shown)
            shown.style().polish(shown)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(self._style.mark), 1))
        painter.setBrush(QColor(self._style.paper))
        painter.drawRoundedRect(box, NOTE_CORNER, NOTE_CORNER)
        painter.fillRect(QRectF(0, 0, BAND, self.height()), QColor(self._style.mark))


class _Mark(QWidget):
    """Icon and sign of the category."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._style = NO_CATEGORY
        self.setFixedSize(2 * ICON + SPACE, 28)

    def show_style(self, style: CategoryStyle) -> None:
        self._style = style
        self.setVisible(bool(style.icon))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._style.mark))
        painter.drawRoundedRect(self.rect(), NOTE_CORNER, NOTE_CORNER)
        place = QRectF(6, 4, ICON, ICON)
        if self._style.icon:
            self._icons.paint(painter, self._style.icon, place, "#FFFFFF")
        painter.setPen(QColor("#FFFFFF"))
        sign = QRectF(ICON + 6, 0, self.width() - ICON - 8, self.height())
        painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, self._style.sign)


class _Dots(QWidget):
    """The dots of the vote as dots, up to twelve."""

    DIAMETER = 14

    def __init__(self) -> None:
        super().__init__()
        self._number = 0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_number(self, number: int) -> None:
        self._number = number if number <= MOST_DRAWN else 0
        self.setVisible(self._number > 0)
        self.setFixedSize(self.sizeHint())
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(max(1, self._number * (self.DIAMETER + 4) - 4), self.DIAMETER)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(NOTE_INK))
        for place in range(self._number):
            left = place * (self.DIAMETER + 4)
            painter.drawEllipse(QRectF(left, 0, self.DIAMETER, self.DIAMETER))


def style_of(workshop: Workshop, note: Note) -> CategoryStyle:
    """What a note looks like."""
    category = workshop.of(Category).get(note.category or "")
    return style_numbered(category.style if category else None)


def vote_words(line: TallyLine) -> str:
    """“5 dots from 4 people, rank 6.”"""
    people = "1 person" if line.breadth == 1 else f"{line.breadth} people"
    by = "counted on paper" if line.breadth is None else f"from {people}"
    return f"{counted(line.dots, 'dot')} {by}, rank {line.rank}."


def decided_words(moment: Moment) -> str:
    """How a tied note got in; "" where it was not tied."""
    if moment.line.decided is DecidedBy.RUN_OFF:
        return "It was tied at the cut and got in by the run-off."
    if moment.line.decided is DecidedBy.DECISION:
        reason = moment.card.reason.strip() if moment.card else ""
        return "It was tied at the cut and got in by a decision." + (
            f" Reason: {reason}" if reason else ""
        )
    return ""
