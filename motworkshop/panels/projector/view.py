"""The view for the wall: shows the picture of the phase at hand and changes by itself."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from motworkshop.document.document import Document
from motworkshop.document.selection import Selection
from motworkshop.look import MOTION_MS, Theme
from motworkshop.model.change import Change
from motworkshop.model.records import Id, PhaseClock, PhaseKind, PhaseStatus, Record
from motworkshop.model.turnout import open_rounds
from motworkshop.panels.icons import Icons
from motworkshop.panels.phases.clock import Clock, phase_at_hand
from motworkshop.panels.phases.guide import GUIDES
from motworkshop.panels.projector.pictures import Picture, Staging, picture_of, revealed_round
from motworkshop.panels.projector.reveal_page import RevealPage
from motworkshop.panels.projector.wall import RIGHT, Type, Wall
from motworkshop.panels.projector.words import time_of

REVEAL_MS = 1400
BLANK = "#000000"


class ProjectorView(QWidget):
    """One painted surface without anything to press. It shows what all may see, and no more.

    It follows document, selection and clock by itself. `board_picture(size, notes)` gives the
    board in `size` device pixels with these notes marked.
    """

    def __init__(
        self,
        document: Document,
        selection: Selection,
        clock: Clock,
        theme: Theme,
        board_picture: Callable[[QSize, Sequence[Id]], QImage],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._clock = clock
        self._theme = theme
        self._icons = Icons(theme, self)
        self._take_board = board_picture
        self._boards: dict[tuple[QSize, tuple[Id, ...]], QImage] = {}
        self._staging = Staging(phase_at_hand(document.workshop), selected=selection.notes)
        self._selection = selection
        self._picture: Picture | None = None
        self._is_blank = False
        self._is_animated = True
        self._words: tuple[str, ...] = ()
        self._seen: Id | None = None
        self._last = QPixmap()
        self._fade = self._animation(MOTION_MS)
        self._growth = self._animation(REVEAL_MS)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName("What the room sees")
        document.changed.connect(self._on_changed)
        selection.changed.connect(self._on_selected)
        clock.ticked.connect(self.update)

    @property
    def words(self) -> tuple[str, ...]:
        """All that can be read on the wall now, as it was last painted."""
        return self._words

    @property
    def phase(self) -> PhaseKind:
        """The phase whose picture is shown."""
        return self._staging.kind

    @property
    def is_blank(self) -> bool:
        """Whether the wall is dark."""
        return self._is_blank

    @property
    def is_moving(self) -> bool:
        """Whether a picture changes into another, or bars grow."""
        running = QVariantAnimation.State.Running
        return running in {self._fade.state(), self._growth.state()}

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of another theme."""
        self._theme = theme
        self._icons.set_theme(theme)
        self._boards.clear()
        self._stop()
        self.update()

    def set_animated(self, is_animated: bool) -> None:
        """With False every picture is there at once."""
        self._is_animated = is_animated
        if not is_animated:
            self._stop()
            self.update()

    def set_blank(self, is_blank: bool) -> None:
        """Make the wall dark, at once; or show the picture again."""
        self._is_blank = is_blank
        self._stop()
        self.update()

    def show_phase(self, kind: PhaseKind) -> None:
        """Show the picture of a phase; the next phase that begins takes its place."""
        self._stage(replace(self._staging, kind=kind, spotlight=None, round=None))

    def set_spotlight(self, spoken_of: Id | None) -> None:
        """Put a note or a stage in the spotlight; None leaves it to the selection."""
        self._stage(replace(self._staging, spotlight=spoken_of))

    def set_curtain(self, is_curtained: bool) -> None:
        """Hide notes and proposals at once, whatever the phase shows of them."""
        self._stage(replace(self._staging, is_curtained=is_curtained), is_sudden=is_curtained)

    def set_proposals_shown(self, are_shown: bool) -> None:
        """Show the proposals of stages side by side, or hide them at once."""
        staging = replace(self._staging, are_proposals_shown=are_shown)
        self._stage(staging, is_sudden=not are_shown)

    def set_prompt(self, prompt: str) -> None:
        """Show a prompt card in the brainstorm; "" shows the instruction."""
        self._stage(replace(self._staging, prompt=prompt))

    def show_round(self, round_id: Id | None) -> None:
        """Show the result of this round; None is the one that decides."""
        self._stage(replace(self._staging, round=round_id))

    def play_reveal(self) -> None:
        """Let the bars grow and sort once more, if there are any."""
        if isinstance(self._painted(), RevealPage) and self._is_animated and not self._is_blank:
            self._growth.start()

    @override
    def sizeHint(self) -> QSize:
        return QSize(1280, 720)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._is_blank:
            painter.fillRect(self.rect(), QColor(BLANK))
            self._words = ()
            return
        self._paint(painter)
        part = self._fade.currentValue()
        if not self._last.isNull() and self._fade.state() is QVariantAnimation.State.Running:
            painter.setOpacity(1.0 - float(part))
            painter.drawPixmap(0, 0, self._last)

    def _paint(self, painter: QPainter) -> None:
        painter.fillRect(self.rect(), QColor(self._theme.board))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        wall = Wall(painter, QSizeF(self.size()), self._theme, self._icons, self._face())
        wall.ratio = self.devicePixelRatioF()
        kind = self._staging.kind
        is_at_hand = kind is self._clock.phase and kind is not PhaseKind.REPORT
        if is_at_hand and not self._clock.is_past:
            wall.time = time_of(self._document.workshop, self._clock)
        picture = self._painted()
        self._paint_head(wall, picture)
        picture.paint(wall)
        self._tell(tuple(wall.written))

    def _paint_head(self, wall: Wall, picture: Picture) -> None:
        """The name of the phase, and the clock unless the picture shows it larger."""
        unit, room = wall.unit, wall.room
        head = QRectF(room.left(), 0.6 * unit, room.width(), 1.9 * unit)
        name = Type(1.0, role="ink_2", is_strong=True, lines=1, is_middle=True)
        wall.write(GUIDES[self._staging.kind].name, head, name)
        time = wall.time
        if time is None or picture.has_clock:
            return
        role = "warn" if time.is_over else "ink" if time.is_running else "ink_2"
        words = f"{time.word}  {time.figures}" if time.word else time.figures
        how = Type(1.4, 1.0, role=role, is_strong=True, lines=1, across=RIGHT, is_middle=True)
        wall.write(words, head, how)

    def _painted(self) -> Picture:
        """The picture as it is now, made when it is first needed."""
        if self._picture is None:
            self._picture = picture_of(self._document.workshop, self._staging, self._board)
        if isinstance(self._picture, RevealPage) and self._is_growing:
            return replace(self._picture, progress=float(self._growth.currentValue()))
        return self._picture

    @property
    def _is_growing(self) -> bool:
        return self._growth.state() is QVariantAnimation.State.Running

    def _board(self, size: QSize, notes: Sequence[Id]) -> QImage:
        """The board in a picture, taken once until something changes."""
        key = (QSize(size), tuple(notes))
        if key not in self._boards:
            self._boards = {key: self._take_board(size, notes)}
        return self._boards[key]

    def _face(self) -> QFont:
        font = QFont(self.font())
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setStyleStrategy(QFont.StyleStrategy.NoSubpixelAntialias)
        return font

    def _tell(self, words: tuple[str, ...]) -> None:
        if words != self._words:
            self._words = words
            self.setAccessibleDescription(". ".join(words))

    def _stage(self, staging: Staging, *, is_sudden: bool = False) -> None:
        if staging == self._staging:
            return
        if self._picture is not None and not is_sudden:
            picture = picture_of(self._document.workshop, staging, self._board)
            if picture == self._picture and staging.kind is self._staging.kind:
                self._staging = staging
                return
        can_fade = self._is_animated and self.isVisible() and not self._is_blank and not is_sudden
        self._stop()
        self._last = self.grab() if can_fade else QPixmap()
        self._staging = staging
        self._picture = None
        if can_fade:
            self._fade.start()
        self._reveal_if_new()
        self.update()

    def _reveal_if_new(self) -> None:
        """Bars that nobody has seen yet grow; those of a round that goes on are unseen again."""
        workshop = self._document.workshop
        vote = revealed_round(workshop, self._staging)
        if open_rounds(workshop):
            self._seen = None
        if vote is None:
            return
        is_new = vote.id != self._seen
        self._seen = vote.id
        if is_new and self._is_animated and self.isVisible() and not self._is_blank:
            self._growth.start()

    def _stop(self) -> None:
        self._fade.stop()
        self._growth.stop()
        self._last = QPixmap()

    def _animation(self, duration: int) -> QVariantAnimation:
        made = QVariantAnimation(self)
        made.setStartValue(0.0)
        made.setEndValue(1.0)
        made.setDuration(duration)
        made.valueChanged.connect(self.update)
        return made

    def _on_changed(self, change: Change) -> None:
        if change.kinds - {PhaseClock}:
            self._picture = None
            self._boards.clear()
        for old, new in change:
            if isinstance(new, PhaseClock) and _has_begun(old, new):
                self.show_phase(new.kind)
        self._reveal_if_new()
        self.update()

    def _on_selected(self) -> None:
        self._stage(replace(self._staging, selected=self._selection.notes))


def _has_begun(old: Record | None, new: PhaseClock) -> bool:
    was_current = isinstance(old, PhaseClock) and old.status is PhaseStatus.CURRENT
    return new.status is PhaseStatus.CURRENT and not was_current
