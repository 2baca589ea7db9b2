"""Room that scrolls."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget
from typing_extensions import override

FADE = 16
_SHOWN = {QEvent.Type.Show, QEvent.Type.Hide}
ABOVE = 64
"""What is to be seen above a field: its name."""


def scrolling(widget: QWidget) -> QScrollArea:
    """The widget with a scroll bar when there is not enough height."""
    return _Area(widget)


class _Area(QScrollArea):
    """The bar stands in the margin of what is scrolled, so that nothing gets narrower by it; what
    goes on below the lower edge fades out there."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(widget)
        layout = widget.layout()
        self._margin = layout.contentsMargins().right() if layout is not None else 0
        self._fade = _Fade(self)
        bar = self.verticalScrollBar()
        bar.installEventFilter(self)
        bar.valueChanged.connect(self._show_fade)
        bar.rangeChanged.connect(self._show_fade)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.verticalScrollBar() and event.type() in _SHOWN:
            self._fit_margin(is_shown=event.type() is QEvent.Type.Show)
        return super().eventFilter(watched, event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        view = self.viewport().geometry()
        self._fade.setGeometry(view.left(), view.bottom() + 1 - FADE, view.width(), FADE)

    def _fit_margin(self, *, is_shown: bool) -> None:
        widget, wide = self.widget(), self.verticalScrollBar().sizeHint().width()
        layout = widget.layout() if widget is not None else None
        if layout is not None and self._margin >= wide:
            margins = layout.contentsMargins()
            margins.setRight(self._margin - wide if is_shown else self._margin)
            layout.setContentsMargins(margins)

    def _show_fade(self) -> None:
        bar = self.verticalScrollBar()
        self._fade.setVisible(bar.value() < bar.maximum())
        self._fade.raise_()


class _Fade(QWidget):
    """Says that there is more below."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        ground = self.palette().color(QPalette.ColorRole.Base)
        clear = QColor(ground)
        clear.setAlpha(0)
        fade = QLinearGradient(0, 0, 0, self.height())
        fade.setColorAt(0, clear)
        fade.setColorAt(1, ground)
        QPainter(self).fillRect(self.rect(), fade)


def go_to(field: QWidget) -> None:
    """Put the cursor into a field, and scroll it into sight."""
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    parent = field.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(field, 0, ABOVE)
        parent = parent.parentWidget()
