"""Reading pictures that came from anywhere: looked at before they are decoded, and written anew.

What the file says of its size is checked first, so that a small file cannot blow up (safety.md, E:
image bombs). Only the points of the picture are kept: a photograph's place and date are not.
"""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter

from motworkshop.errors import UnreadableInputError
from motworkshop.model.limits import PICTURE_BYTES, PICTURE_PIXELS
from motworkshop.model.records import Picture, new_id

LARGEST = 1600
"""Pixels of the longer side that are kept: sharp on a projector, small in the file."""
QUALITY = 86
LARGEST_PNG = 600_000
_BEGINNINGS = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"BM", "bmp"),
)
ENDINGS = ("png", "jpg", "jpeg", "gif", "webp", "bmp")
KINDS = "PNG, JPEG, GIF, WebP or BMP"


class UnreadablePictureError(UnreadableInputError):
    """A picture cannot be taken; says why."""


def read_picture(content: bytes) -> Picture:
    """The picture in the bytes of a file, no larger than is of use.

    Raises:
        UnreadablePictureError: no picture that we know, too large, or damaged.
    """
    return _written(decoded(content), is_drawing=_kind_of(content) != "jpeg")


def decoded(content: bytes, largest: int = LARGEST) -> QImage:
    """The points of a picture, its longer side at most so long; raises as `read_picture` does."""
    if len(content) > PICTURE_BYTES:
        raise _too_large(f"it is larger than {PICTURE_BYTES // 1_000_000} MB")
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(_kind_of(content).encode("ascii")))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size = reader.size()
    _check_size(size)
    if max(size.width(), size.height()) > largest:
        reader.setScaledSize(_fitting(size, largest))
    image = reader.read()
    if image.isNull():
        raise UnreadablePictureError("The picture is damaged. Try another copy of it.")
    return image


def picture_of(image: QImage) -> Picture:
    """A picture that another program has put on the clipboard as points."""
    _check_size(image.size())
    if max(image.width(), image.height()) > LARGEST:
        smooth = Qt.TransformationMode.SmoothTransformation
        image = image.scaled(_fitting(image.size(), LARGEST), mode=smooth)
    return _written(image, is_drawing=True)


def is_picture(content: bytes) -> bool:
    """Whether the first bytes of a file are those of a picture that can be read."""
    try:
        _kind_of(content)
    except UnreadablePictureError:
        return False
    return True


def _kind_of(content: bytes) -> str:
    for beginning, kind in _BEGINNINGS:
        if content.startswith(beginning):
            return kind
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "webp"
    raise UnreadablePictureError(f"This is no picture that can be read: it must be {KINDS}.")


def _check_size(size: QSize) -> None:
    if size.isEmpty():
        raise UnreadablePictureError("The picture is damaged. Try another copy of it.")
    pixels = size.width() * size.height()
    if pixels > PICTURE_PIXELS:
        most = PICTURE_PIXELS // 1_000_000
        raise _too_large(f"it has {pixels / 1_000_000:,.0f} million points, at most {most} fit")


def _too_large(why: str) -> UnreadablePictureError:
    return UnreadablePictureError(f"The picture is too large: {why}. Make it smaller first.")


def _fitting(size: QSize, largest: int) -> QSize:
    fitted = size.scaled(largest, largest, Qt.AspectRatioMode.KeepAspectRatio)
    return fitted.expandedTo(QSize(1, 1))


def _written(image: QImage, *, is_drawing: bool) -> Picture:
    """As PNG where that is small or parts of it are clear, else as JPEG."""
    if image.hasAlphaChannel() or is_drawing:
        content = _encoded(image, b"PNG", -1)
        if image.hasAlphaChannel() or len(content) <= LARGEST_PNG:
            return Picture(new_id(), "image/png", content, image.width(), image.height())
    content = _encoded(image.convertToFormat(QImage.Format.Format_RGB32), b"JPEG", QUALITY)
    return Picture(new_id(), "image/jpeg", content, image.width(), image.height())


def _encoded(image: QImage, kind: bytes, quality: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(kind))
    writer.setQuality(quality)
    if not writer.write(image):
        raise UnreadablePictureError("The picture cannot be kept. Try another copy of it.")
    return bytes(buffer.data().data())
