"""Pictures of small things that are drawn once and copied at every frame.

A rounded frame with a few words takes as long to draw as a fifth of the board takes to be copied.
"""

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap


class ReadyPicture:
    """One picture, drawn again when what it shows has become something else."""

    def __init__(self) -> None:
        self._picture = QPixmap()
        self._shown: object = None

    def of(
        self, shows: object, size: QSize, dpr: float, draw: Callable[[QPixmap], object]
    ) -> QPixmap:
        """The picture of what `shows` names, on which `draw` draws if it is not there yet."""
        key = (shows, size, dpr)
        if self._shown != key:
            self._picture = QPixmap(ceil(size.width() * dpr), ceil(size.height() * dpr))
            self._picture.setDevicePixelRatio(dpr)
            draw(self._picture)
            self._shown = key
        return self._picture
