"""The overview in the corner of the board: all of it, with a frame around what is in sight."""

from functools import partial

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from motworkshop.canvas.colours import faded
from motworkshop.canvas.deck import Damage
from motworkshop.canvas.opening import stages_in
from motworkshop.canvas.overview_picture import OverviewPicture
from motworkshop.canvas.ready import ReadyPicture
from motworkshop.canvas.view import View
from motworkshop.look import CORNER, SPACE

MOST = QSize(192, 120)
"""The largest picture."""
LEAST_VIEW = QSize(520, 400)
"""In a smaller view there is no room to spare for it."""
SLICE = 0.003
SOON_MS = 50
"""After so long the picture follows what has changed the board as a whole."""
SMALLEST_FRAME = 10.0
RIM = 4
"""Pixels around the picture."""
HAZE = 0.55
SLACK = 2.0
"""Board pixels that may be out of sight while everything counts as seen."""


class OverviewMap(QWidget):
    """Drag its frame or press anywhere in it to go there. It is there only while something of
    the board is out of sight, and makes way for what is being written."""

    def __init__(self, view: View) -> None:
        super().__init__(view)
        self._view = view
        self._is_wanted = True
        self._neighbours: list[QWidget] = []
        self._obstacles: list[QWidget] = []
        self._held: QPointF | None = None
        self._picture = OverviewPicture(view.scene, MOST)
        self._hazy, self._clear = ReadyPicture(), ReadyPicture()
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._on_soon)
        self.setAccessibleName("Overview of the board")
        self.setAccessibleDescription("The frame is what is in sight. Drag it to move there.")
        self.setToolTip("Overview: drag the frame, or press where you want to go")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.lower()
        self.hide()
        view.moved.connect(self.follow)
        view.damaged.connect(self._on_damaged)

    def set_wanted(self, wanted: bool) -> None:
        """Show it where there is a reason, or never."""
        self._is_wanted = wanted
        self.follow()

    def stand_above(self, widget: QWidget) -> None:
        """Lie above this one where it would else lie on it."""
        self._neighbours.append(widget)

    def make_way_for(self, widget: QWidget) -> None:
        """Be gone as long as this one is where it would lie."""
        self._obstacles.append(widget)

    def renew(self) -> None:
        """Everything looks otherwise: another theme, or notes that lie face down."""
        self._picture.begin(self.devicePixelRatioF())
        self._proceed_soon()

    def follow(self) -> None:
        """Come, go, and show where the view is now."""
        self._come_or_go()
        self.update()

    def _come_or_go(self) -> None:
        if not self._has_reason():
            self.hide()
            return
        self._settle()
        self.setVisible(not any(self._is_below(one) for one in self._obstacles))
        if self.isVisible():
            self._picture.suit(self.devicePixelRatioF())
            self._proceed_soon()

    def finish(self) -> None:
        """Draw all that is left now; for pictures and tests."""
        self._picture.suit(self.devicePixelRatioF())
        while not self._picture.proceed(1.0):
            pass
        self.follow()

    # ---- where it is

    def _has_reason(self) -> bool:
        view = self._view
        is_large = view.width() >= LEAST_VIEW.width() and view.height() >= LEAST_VIEW.height()
        if not self._is_wanted or not is_large or view.scene.deck.plan.is_empty:
            return False
        west, north, east, south = view.camera.seen(view.camera.free)
        deck = view.scene.deck
        left, top, right, bottom = stages_in(deck.plan, deck.content())
        is_whole = west <= left + SLACK and north <= top + SLACK
        return not (is_whole and east >= right - SLACK and south >= bottom - SLACK)

    def _settle(self) -> None:
        """Lie in the lower right corner, above what stands there already."""
        view, size = self._view, self._picture.mapping.size + QSize(2 * RIM, 2 * RIM)
        corner = QPoint(view.width() - SPACE - size.width(), view.height() - SPACE - size.height())
        place = QRect(corner, size)
        for one in self._neighbours:
            if one.isVisible() and one.geometry().intersects(place):
                place.moveBottom(one.geometry().top() - 1)
        if self.geometry() != place:
            self.setGeometry(place)

    def _is_below(self, other: QWidget) -> bool:
        return other.isVisible() and other.geometry().intersects(self.geometry())

    # ---- the picture

    def _on_damaged(self, damage: Damage) -> None:
        if damage.is_whole:
            self._picture.begin(self.devicePixelRatioF())
        else:
            self._picture.touch(damage.areas)
        self._come_or_go()  # it is painted when the picture has followed

    def _proceed_soon(self) -> None:
        if not self._soon.isActive():
            self._soon.start(SOON_MS)

    def _on_soon(self) -> None:
        if not self.isVisible():
            return
        is_done = self._picture.proceed(SLICE)
        if self.size() != self._picture.mapping.size + QSize(2 * RIM, 2 * RIM):
            self._settle()
        self.update()
        if not is_done:
            self._soon.start(0)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """It may have come before its window was there: then nothing has been drawn yet."""
        super().showEvent(event)
        self._picture.suit(self.devicePixelRatioF())
        self._proceed_soon()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """What is out of sight lies in a haze; what is in sight is framed."""
        theme, painter = self._view.scene.theme, QPainter(self)
        picture = QRectF(self.rect()).adjusted(RIM, RIM, -RIM, -RIM)
        frame = self._frame()
        painter.drawPixmap(0, 0, self._drawn(self._hazy, is_hazy=True))
        painter.setClipRect(frame.intersected(picture))
        painter.drawPixmap(0, 0, self._drawn(self._clear, is_hazy=False))
        painter.setClipping(False)
        painter.setPen(QPen(QColor(theme.accent), 2))
        painter.drawRect(frame.intersected(picture.adjusted(-2, -2, 2, 2)).adjusted(1, 1, -1, -1))
        painter.end()

    def _drawn(self, ready: ReadyPicture, *, is_hazy: bool) -> QPixmap:
        """The sheet with the board on it as it is now, in a haze or clear."""
        shown = self._picture.shown
        shows = (self._view.scene.theme, shown.cacheKey() if shown is not None else None)
        draw = partial(self._draw_sheet, is_hazy=is_hazy)
        return ready.of(shows, self.size(), self.devicePixelRatioF(), draw)

    def _draw_sheet(self, picture: QPixmap, *, is_hazy: bool) -> None:
        theme, whole = self._view.scene.theme, QRectF(self.rect())
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.setBrush(QColor(theme.panel))
        painter.drawRoundedRect(whole.adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if self._picture.shown is not None:
            painter.drawPixmap(RIM, RIM, self._picture.shown)
        if is_hazy:
            painter.fillRect(whole.adjusted(RIM, RIM, -RIM, -RIM), faded(theme.board, HAZE))
        painter.end()

    def _frame(self) -> QRectF:
        """What is in sight, on the widget; never so small that it cannot be taken."""
        camera = self._view.camera
        frame = self._picture.mapping.rect(camera.seen(camera.free)).translated(RIM, RIM)
        wide = max(0.0, SMALLEST_FRAME - frame.width()) / 2
        high = max(0.0, SMALLEST_FRAME - frame.height()) / 2
        return frame.adjusted(-wide, -high, wide, high)

    # ---- the hand

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        frame = self._frame()
        is_inside = frame.contains(event.position())
        self._held = event.position() - frame.center() if is_inside else QPointF()
        if not is_inside:
            self._go(event.position())
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            self._go(event.position() - self._held)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _go(self, middle: QPointF) -> None:
        """Bring the place of the board that lies there to the middle of the view."""
        mapping, camera = self._picture.mapping, self._view.camera
        here = camera.to_view(
            mapping.left + (middle.x() - RIM) / mapping.across,
            mapping.top + (middle.y() - RIM) / mapping.down,
        )
        away = camera.free.center() - here
        self._view.pan(away.x(), away.y())
