"""The board as seen: a widget that shows the scene through the camera."""

from collections.abc import Iterable, Mapping
from functools import partial
from math import ceil
from time import perf_counter

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from motworkshop.canvas.camera import Bounds, Camera, Shot
from motworkshop.canvas.deck import Damage
from motworkshop.canvas.ground import paint_ground
from motworkshop.canvas.gutter import WIDTH as GUTTER
from motworkshop.canvas.gutter import Gutter
from motworkshop.canvas.headers import HEIGHT, HeaderStrip, Marked
from motworkshop.canvas.lifted import Lifted
from motworkshop.canvas.motion import CameraMotion
from motworkshop.canvas.opening import fitting, opening
from motworkshop.canvas.parts import clip_to, parts_of, rectangles
from motworkshop.canvas.scene import Scene
from motworkshop.canvas.tile_work import TileWork
from motworkshop.canvas.turned_names import TurnedNames
from motworkshop.canvas.zoom_frame import ZoomFrame
from motworkshop.look import Theme
from motworkshop.model.change import Change
from motworkshop.model.records import Id
from motworkshop.model.workshop import Workshop

FIRST_SECONDS = 0.15
"""So long it may take until one sees anything at all: nobody's hand waits for it, but their eyes
do."""
SETTLE_MS = 110
"""After so long without a zoom step tiles are painted for the new zoom."""
ZOOM_STEP = 1.25
REACH = 8
"""Pixels that a ring around a note may reach further than what belongs to the note."""
FEW_AREAS = 20
"""Of more places that have changed all of the view is painted again."""
FOOT = 68.0
"""Pixels at the lower edge that the entry line needs."""


class View(QWidget):
    """Shows the board and moves over it. Signals: `zoom_changed(float)`, 1.0 is 100 %;
    `moved` when another part of the board is in sight; `keys_moved` when the keys are on another
    note or header; `damaged(Damage)` when the document has changed what is painted."""

    zoom_changed = Signal(float)
    moved = Signal()
    keys_moved = Signal()
    damaged = Signal(object)

    def __init__(self, workshop: Workshop, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(240, 200)
        self.camera = Camera()
        self.scene = Scene(workshop, theme, self.camera)
        self.hand = Lifted(self.scene, self.camera)
        self.headers = HeaderStrip()
        self.marked = Marked()
        self.key_words: Mapping[str, str] = {}
        self.lane_marked = Marked()
        self._gutter = Gutter()
        self._turned = TurnedNames()
        self._frame = ZoomFrame()
        self._motion = CameraMotion(self._zoom_through, self)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._on_settled)
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self.update)
        self._work = TileWork(self, self.scene, self.camera)
        self._work.shown.connect(self._on_shown)
        self._is_zooming = False
        self._is_placed = False
        self.painted: list[QRect] = []
        self._follow_plan()

    # ---- where one is

    def zoom(self) -> float:
        """How large the board is shown; 1.0 is 100 %."""
        return self.camera.zoom

    def set_zoom(self, zoom: float) -> None:
        """Show it so large, around the middle of the view."""
        self._motion.start(self.camera.shot(), self.camera.zoomed(zoom, self.camera.free.center()))

    def zoom_in(self) -> None:
        """A step larger."""
        self.set_zoom(self.camera.zoom * ZOOM_STEP)

    def zoom_out(self) -> None:
        """A step smaller."""
        self.set_zoom(self.camera.zoom / ZOOM_STEP)

    def zoom_to_actual(self) -> None:
        """100 %."""
        self.set_zoom(1.0)

    def fit_all(self) -> None:
        """Show the whole board."""
        self._motion.start(self.camera.shot(), self._fitting())

    def frame_bounds(self, bounds: Bounds, most: float = 1.5) -> None:
        """Show this part of the board, as large as it goes up to `most`."""
        self._motion.start(self.camera.shot(), self.camera.framing(bounds, most, 40.0))

    def centre_on(self, place: QPointF, zoom: float) -> None:
        """Bring a place of the board to the middle."""
        self._motion.start(self.camera.shot(), self.camera.centred(place, zoom))

    def glide_to(self, shot: Shot) -> None:
        """Show another part of the board."""
        self._motion.start(self.camera.shot(), shot)

    def bring_into_sight(self, bounds: Bounds) -> None:
        """Move the board just so far that these bounds can be seen."""
        left, top, right, bottom = self.camera.seen(self.camera.free.adjusted(12, 12, -12, -12))
        dx = min(0.0, bounds[0] - left) or max(0.0, min(bounds[2] - right, bounds[0] - left))
        dy = min(0.0, bounds[1] - top) or max(0.0, min(bounds[3] - bottom, bounds[1] - top))
        if dx or dy:
            self.pan(-dx * self.camera.zoom, -dy * self.camera.zoom)

    def pan(self, dx: float, dy: float) -> None:
        """Move the board under the window by pixels of the widget."""
        self._motion.stop()
        self._is_placed = True
        left, top = self.camera.left, self.camera.top
        self.camera.pan(dx, dy)
        self._work.way = (_sign(self.camera.left - left), _sign(self.camera.top - top))
        self.moved.emit()
        self.update()

    def zoom_at(self, zoom: float, at: QPointF) -> None:
        """Zoom at once, keeping what is under `at`."""
        self._motion.stop()
        self._zoom_through(self.camera.zoomed(zoom, at))

    def set_animated(self, animated: bool) -> None:
        """Whether the camera glides or jumps."""
        self._motion.is_animated = animated

    def set_theme(self, theme: Theme) -> None:
        """Show it in other colours."""
        self.scene.set_theme(theme)
        self._frame.drop()
        self.update()

    def set_dots_shown(self, shown: bool) -> None:
        """Whether the dots of the deciding round lie on the notes."""
        self.scene.show_dots(shown)
        self.update()

    def set_curtain(self, is_drawn: bool) -> None:
        """Whether the notes lie face down, so that nobody reads what others have written."""
        self.scene.turn_down(is_drawn)
        self._frame.drop()
        self.update()

    def picture(self, size: QSize, notes: Iterable[Id] = ()) -> QImage:
        """An overview of the whole board, with these notes marked."""
        return self.scene.picture(size, notes)

    def follow(self, workshop: Workshop, change: Change) -> Damage:
        """The workshop has become another one; says what of the board has."""
        damage = self.scene.apply(workshop, change)
        if damage.has_headers or damage.is_whole:
            self._follow_plan()
        self.damaged.emit(damage)
        self._show_damage(damage)
        return damage

    def finish(self) -> None:
        """Paint all that is in sight now, instead of in slices; for pictures and measurements."""
        self._follow_screen()
        self._on_settled()
        while not self.scene.tiles.refresh(self.camera, 1.0):
            pass
        self.repaint()

    def follow_up(self) -> None:
        """Paint again soon: not everything was painted."""
        self._again.start()

    def is_painted(self) -> bool:
        """Whether one sees all that is in sight, even if tiles have still to follow."""
        return self._frame.is_whole_at(self.camera) or self.is_settled()

    def is_settled(self) -> bool:
        """Whether no zoom is going on and no tile waits."""
        return not self._is_zooming and self.scene.tiles.refresh(self.camera, 0.0)

    def note_rect(self, note: Id) -> QRectF | None:
        """Where a note is on the widget, if it is on the board."""
        card = self.scene.deck.cards.get(note)
        if card is None:
            return None
        first = self.camera.to_view(card.left, card.top)
        return QRectF(first, self.camera.to_view(card.right, card.bottom))

    # ---- painting

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._follow_screen()
        self.camera.size = QSizeF(self.size())
        if not self._is_placed:
            self._open()
        self.camera.keep_in_sight()
        self.moved.emit()
        super().resizeEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._is_placed = True
        self._follow_screen()
        painter = QPainter(self)
        dpr = self.camera.dpr
        painter.scale(1 / dpr, 1 / dpr)
        strip = QRect(0, 0, self.width(), HEIGHT)  # headers lie on all that is below
        self.painted = parts_of(event.region() - QRegion(strip))
        self._paint_board(painter)
        painter.scale(dpr, dpr)
        self.paint_over(painter)
        painter.scale(1 / dpr, 1 / dpr)
        plan, theme = self.scene.deck.plan, self.scene.theme
        self._turned.paint(painter, self.camera, plan, theme)
        marked, lane_marked = self.marked, self.lane_marked
        if not self.hasFocus():
            marked, lane_marked = marked._replace(focused=""), lane_marked._replace(focused="")
        self._gutter.paint(painter, self.camera, plan, theme, lane_marked)
        self.headers.paint(painter, self.camera, plan, theme, marked)
        painter.scale(dpr, dpr)
        self.paint_top(painter)
        painter.end()

    def paint_over(self, painter: QPainter) -> None:
        """Paint on the notes, in pixels of the widget."""

    def paint_top(self, painter: QPainter) -> None:
        """Paint on everything, the headers too."""

    def _show_damage(self, damage: Damage) -> None:
        """Paint again where something has changed: all of a large view takes some milliseconds."""
        plan = self.scene.deck.plan
        has_strips = damage.has_headers and (plan.has_lanes or bool(plan.folded))
        if damage.is_whole or has_strips or self._is_zooming or len(damage.areas) > FEW_AREAS:
            self.update()
            return
        if damage.has_headers:
            self.update(0, 0, self.width(), HEIGHT)
        for left, top, right, bottom in damage.areas:
            first, last = self.camera.to_view(left, top), self.camera.to_view(right, bottom)
            area = QRectF(first, last).toAlignedRect()
            self.update(area.adjusted(-REACH, -REACH, REACH, REACH))

    def _paint_board(self, painter: QPainter) -> None:
        camera = self.camera
        is_first = self._frame.is_empty and not self.scene.tiles.has_any(camera)
        if is_first:
            self._draw_first()
        is_done = not (self._is_zooming or is_first) and self._work.refresh()
        missing = QRegion() if is_done else self._missing()
        for part in self.painted:
            inside = clip_to(painter, part, camera.dpr)
            paint = partial(self._paint_part, where=QRectF(part), missing=missing & inside)
            paint(painter)
            self.scene.paint_veil(painter, QRectF(part), paint)
        painter.setClipping(False)
        if is_done:
            self._frame.drop()

    def _draw_first(self) -> None:
        """Draw just what is in sight, and let the tiles follow, which reach far beyond it."""
        camera, end = self.camera, perf_counter() + FIRST_SECONDS
        picture = self._frame.blank(camera)
        painter = QPainter(picture)
        painter.translate(-camera.left, -camera.top)
        area = picture.rect().translated(camera.left, camera.top)
        rest = self.scene.draw(painter, camera.scale, area, 0, end)
        painter.end()
        self._frame.keep(picture, camera.shot(), is_whole=rest is None)
        self._work.begin()

    def _paint_part(self, painter: QPainter, where: QRectF, missing: QRegion) -> None:
        """The board there without a veil, with the last frame where tiles are missing."""
        self._paint_ground(painter, missing - self._frame.covered(self.camera))
        for gap in rectangles(missing):
            self._frame.paint(painter, self.camera, gap, is_smooth=not self._is_zooming)
        if not self._is_zooming:
            self.scene.tiles.paint(painter, self.camera, where)

    def _missing(self) -> QRegion:
        """The device pixels where no tile is to be shown."""
        size = self.camera.size * self.camera.dpr
        whole = QRegion(0, 0, ceil(size.width()), ceil(size.height()))
        return whole if self._is_zooming else whole & self.scene.tiles.missing(self.camera)

    def _paint_ground(self, painter: QPainter, where: QRegion) -> None:
        if where.isEmpty():
            return
        camera, scene = self.camera, self.scene
        painter.save()
        painter.setClipRegion(where, Qt.ClipOperation.IntersectClip)
        painter.translate(-camera.left, -camera.top)
        area = QRectF(where.boundingRect().translated(camera.left, camera.top))
        paint_ground(painter, scene.deck.plan, scene.theme, camera.scale, area, camera.dpr)
        painter.restore()

    def _zoom_through(self, shot: Shot) -> None:
        """Be at another shot; if the zoom changes, the last frame stands in for tiles."""
        self._is_placed = True
        changes = abs(shot.zoom - self.camera.zoom) > 1e-9
        if changes and not self._is_zooming:
            self._frame.keep(self._photograph(), self.camera.shot())
            self._is_zooming = True
            self._work.stop()
        self.camera.take(shot)
        self.camera.keep_in_sight()
        if self._is_zooming:
            self._settle.start()
        if changes:
            self.zoom_changed.emit(self.camera.zoom)
        self.moved.emit()
        self.update()

    def _photograph(self) -> QPixmap:
        picture = self._frame.blank(self.camera)
        painter = QPainter(picture)
        missing = self._missing()
        self._paint_ground(painter, missing)
        for gap in rectangles(missing):
            self._frame.paint(painter, self.camera, gap, is_smooth=True)
        self.scene.tiles.paint(painter, self.camera)
        painter.end()
        return picture

    def _on_shown(self, late: QRegion) -> None:
        """Show the tiles that have followed; to paint all for each of them takes longer."""
        dpr = self.camera.dpr
        for area in rectangles(late):
            corner, size = area.topLeft().toPointF() / dpr, area.size().toSizeF() / dpr
            self.update(QRectF(corner, size).toAlignedRect())

    def _on_settled(self) -> None:
        self._settle.stop()
        self._is_zooming = False
        self.update()

    def _fitting(self) -> Shot:
        return fitting(self.camera, self.scene.deck.plan, self.scene.bounds())

    def _open(self) -> None:
        """Where a workshop opens: all of it if it can be read so, else its beginning."""
        self.camera.take(opening(self.camera, self.scene.deck.plan, self.scene.bounds()))
        self.zoom_changed.emit(self.camera.zoom)

    def _follow_plan(self) -> None:
        has_lanes = self.scene.deck.plan.has_lanes
        self.camera.insets = (GUTTER if has_lanes else 0.0, float(HEIGHT), 0.0, FOOT)
        self.camera.bounds = self.scene.bounds()

    def _follow_screen(self) -> None:
        """Keep what is in sight when the window comes to a screen of another density."""
        dpr = self.devicePixelRatioF()
        if dpr != self.camera.dpr:
            place = self.camera.to_board(QPointF(0, 0))
            self.camera.dpr = dpr
            self.camera.left = round(place.x() * self.camera.scale)
            self.camera.top = round(place.y() * self.camera.scale)


def _sign(number: float) -> int:
    return (number > 0) - (number < 0)
