"""What tells at the edges of the board that there are more stages, and takes one there."""

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter
from typing_extensions import override

from motworkshop.canvas.camera import Shot
from motworkshop.canvas.headers import HEIGHT
from motworkshop.canvas.opening import beyond_left, beyond_right
from motworkshop.canvas.plan import BETWEEN
from motworkshop.canvas.ready import ReadyPicture
from motworkshop.canvas.typeface import face
from motworkshop.canvas.view import View
from motworkshop.look import SMALL, Theme
from motworkshop.model.voting import counted

TALL, EDGE = 24, 8
"""The height of a hint, and its distance from the edge of the view and from the headers."""


class _Hint(QPushButton):
    """A button that the style draws once for each look of it: a style sheet is slow to draw, and
    this is painted again in every frame of the board."""

    def __init__(self, view: View) -> None:
        super().__init__(view)
        self._ready = ReadyPicture()
        self._ground = QColor()
        self.setFont(face(SMALL))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours, on the headers' ground."""
        self._ground = QColor(theme.board)
        self.setStyleSheet(
            f"QPushButton {{ background: {theme.panel}; color: {theme.ink_2};"
            f" border: 1px solid {theme.border}; border-radius: {TALL // 2}px;"
            f" padding: 0 10px; min-height: {TALL - 2}px; }}"
            f"QPushButton:hover {{ background: {theme.hover}; color: {theme.ink} }}"
            f"QPushButton:focus {{ border: 2px solid {theme.accent};"
            f" padding: 0 9px; min-height: {TALL - 4}px; }}"
        )

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        shows = (self.text(), option.state, self.styleSheet())
        draw = partial(self._draw, option)
        picture = self._ready.of(shows, self.size(), self.devicePixelRatioF(), draw)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, picture)
        painter.end()

    def _draw(self, option: QStyleOptionButton, picture: QPixmap) -> None:
        picture.fill(self._ground)
        painter = QStylePainter(picture, self)
        painter.setFont(self.font())
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.end()


class _Side(NamedTuple):
    """A hint with its words: the short ones that are seen, the long ones that are read out."""

    button: _Hint
    shown: str
    spoken: str


class MoreStages(QObject):
    """Two quiet buttons at the ends of the headers, each there only if it has a reason."""

    def __init__(self, view: View) -> None:
        super().__init__(view)
        self._view = view
        self._left = _Side(_Hint(view), "← {}", "{} to the left")
        self._right = _Side(_Hint(view), "{} →", "{} to the right")
        self._left.button.clicked.connect(self._go_left)
        self._right.button.clicked.connect(self._go_right)
        self.set_theme(view.scene.theme)
        view.moved.connect(self.follow)

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        for side in (self._left, self._right):
            side.button.set_theme(theme)

    def follow(self) -> None:
        """Count again what lies out of sight."""
        camera, plan = self._view.camera, self._view.scene.deck.plan
        free = camera.free
        at_left = self._show(self._left, len(beyond_left(camera, plan)), free)
        at_right = self._show(self._right, len(beyond_right(camera, plan)), free)
        self._view.marked = self._view.marked._replace(taken=(at_left, at_right))

    def _show(self, side: _Side, count: int, free: QRectF) -> float:
        """Show a hint if it has something to say; the pixels of the headers that it takes."""
        button = side.button
        if not count:
            if button.hasFocus():
                self._view.setFocus()
            button.hide()
            return 0.0
        words = side.shown.format(counted(count, "more stage"))
        if button.text() != words:
            button.setText(words)
            button.setAccessibleName(side.spoken.format(counted(count, "more stage")))
        width = button.sizeHint().width()
        at_left = free.left() + EDGE
        x = at_left if side is self._left else max(at_left, free.right() - EDGE - width)
        button.setGeometry(round(x), (HEIGHT - TALL) // 2, width, TALL)
        button.show()
        return width + 2 * EDGE + (at_left - EDGE if side is self._left else 0)

    def _go_right(self) -> None:
        """The first stage that is not whole in sight comes to the left edge."""
        camera, plan = self._view.camera, self._view.scene.deck.plan
        west, _north, east, _south = camera.seen(camera.free)
        cut = [one.left for one in plan.stages if one.right > east + 1]
        last = plan.stages[-1].right + BETWEEN - (east - west)
        wanted = min(cut[0] - BETWEEN, last) if cut else last
        self._go_to(wanted if wanted > west + 1 else last)

    def _go_left(self) -> None:
        """The last stage that is not whole in sight comes to the right edge."""
        camera, plan = self._view.camera, self._view.scene.deck.plan
        west, _north, east, _south = camera.seen(camera.free)
        cut = [one.right for one in plan.stages if one.left < west - 1]
        first = -BETWEEN
        wanted = max(cut[-1] + BETWEEN - (east - west), first) if cut else first
        self._go_to(wanted if wanted < west - 1 else first)

    def _go_to(self, left: float) -> None:
        camera = self._view.camera
        across = left * camera.scale - camera.free.left() * camera.dpr
        self._view.glide_to(Shot(camera.zoom, across, camera.top))
