"""The icons of the program (Lucide), drawn from SVG in the colours of the theme at any scale."""

from PySide6.QtCore import QByteArray, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from typing_extensions import override

from motworkshop.look import Theme
from motworkshop.paths import resource_path

ICON = 20
"""Side of an icon in pixels; lines are 2 of 24 parts wide in all of them."""


class Icons(QObject):
    """Makes icons that follow the theme: after `set_theme` they only need to be painted again.

    Signal: `changed` after the theme became another one.
    """

    changed = Signal()

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._sources: dict[str, str] = {}
        self._clones: list[QIconEngine] = []

    def set_theme(self, theme: Theme) -> None:
        """Draw everything in the colours of another theme from now on."""
        self.theme = theme
        self.changed.emit()

    def icon(self, name: str, role: str = "ink", *, is_behind: bool = False) -> QIcon:
        """The icon `name` in the colour of the theme that `role` names, such as "accent"; with
        `is_behind` it keeps its distance from words before it."""
        made = QIcon(_Engine(self, name, role, is_behind=is_behind))
        # PySide lets Python's collector take the engine of an icon that was made from it, while
        # the icon still needs it. That of a copy is Qt's alone.
        return QIcon(made)

    def keep(self, clone: QIconEngine) -> None:
        """Keep the Python side of an engine that Qt has asked for, which Qt does not."""
        self._clones.append(clone)

    def paint(self, painter: QPainter, name: str, rect: QRectF, colour: str) -> None:
        """Draw an icon in any colour."""
        svg = self.source(name).replace("currentColor", colour)
        QSvgRenderer(QByteArray(svg.encode())).render(painter, rect)

    def source(self, name: str) -> str:
        """The SVG of an icon, with “currentColor” where its colour belongs."""
        if name not in self._sources:
            path = resource_path("icons", "ui", f"{name}.svg")
            self._sources[name] = path.read_text(encoding="utf-8")
        return self._sources[name]

    def pixmap(self, name: str, role: str, ratio: float, size: int = ICON) -> QPixmap:
        """A picture of an icon, for labels."""
        pixmap = QPixmap(round(size * ratio), round(size * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, name, QRectF(0, 0, size, size), getattr(self.theme, role))
        painter.end()
        return pixmap


class _Engine(QIconEngine):
    """Draws one icon in whatever theme there is at the moment."""

    def __init__(self, icons: Icons, name: str, role: str, *, is_behind: bool) -> None:
        super().__init__()
        self._is_behind = is_behind
        self._icons = icons
        self._name = name
        self._role = role

    @override
    def clone(self) -> QIconEngine:
        copy = _Engine(self._icons, self._name, self._role, is_behind=self._is_behind)
        self._icons.keep(copy)
        return copy

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        place = QRectF(0, 0, side, side)
        place.moveCenter(QRectF(rect).center())
        if rect.width() > rect.height():  # beside words: what is left over is the gap to them
            if self._is_behind:
                place.moveRight(rect.left() + rect.width())
            else:
                place.moveLeft(rect.left())
        painter.save()
        role = self._role
        if mode is QIcon.Mode.Disabled:
            painter.setOpacity(0.4)
            role = "ink" if role == "on_accent" else role  # what cannot be pressed is not in accent
        self._icons.paint(painter, self._name, place, getattr(self._icons.theme, role))
        painter.restore()

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap
