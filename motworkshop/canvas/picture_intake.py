"""Bringing a picture in while the window goes on: read and written anew on a thread of its own."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QImage

from motworkshop.canvas.picture_reading import (
    ENDINGS,
    UnreadablePictureError,
    picture_of,
    read_picture,
)
from motworkshop.model.limits import PICTURE_BYTES
from motworkshop.model.records import Picture

_FORMATS = ("image/png", "image/jpeg", "image/webp", "image/gif", "image/bmp")
UNNAMED = "Picture"


class PictureIntake(QObject):
    """Reads one picture after the other. Signals: `read(Picture, name, where)` with what was handed
    over as `where`; `refused(str)`: why one was not read, in a sentence."""

    read = Signal(object, str, object)
    refused = Signal(str)

    def take_file(self, path: Path, where: object) -> None:
        """Read the picture in a file."""
        self._begin(partial(_read_file, path), path.stem, where)

    def take_mime(self, mime: QMimeData, where: object) -> bool:
        """Read the picture that was copied or dropped; whether there is one."""
        paths = picture_paths(mime)
        if paths:
            for path in paths:
                self.take_file(path, where)
            return True
        for kind in _FORMATS:
            content = bytes(mime.data(kind).data())
            if content:
                self._begin(partial(read_picture, content), UNNAMED, where)
                return True
        image = mime.imageData()
        if isinstance(image, QImage) and not image.isNull():
            self._begin(partial(picture_of, image), UNNAMED, where)
            return True
        return False

    def _begin(self, make: Callable[[], Picture], name: str, where: object) -> None:
        def work() -> None:
            with suppress(RuntimeError):  # the window was closed meanwhile, and we with it
                try:
                    picture = make()
                except UnreadablePictureError as fault:
                    self.refused.emit(str(fault))
                else:
                    self.read.emit(picture, name, where)

        Thread(target=work, name="motworkshop-picture", daemon=True).start()


def has_picture(mime: QMimeData) -> bool:
    """Whether a picture was copied or dropped, and no text that says more."""
    return bool(picture_paths(mime)) or (mime.hasImage() and not mime.text().strip())


def picture_paths(mime: QMimeData) -> list[Path]:
    """The files of pictures among what was copied or dropped, by the ends of their names."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower().lstrip(".") in ENDINGS]


def _read_file(path: Path) -> Picture:
    return read_picture(_bytes_of(path))


def _bytes_of(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise UnreadablePictureError(f"There is no file “{path.name}”.")
        with path.open("rb") as stream:
            return stream.read(PICTURE_BYTES + 1)
    except OSError as fault:
        why = fault.strerror or str(fault)
        raise UnreadablePictureError(f"“{path.name}” cannot be read: {why}.") from fault
