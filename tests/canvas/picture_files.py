"""Pictures for tests, made by Qt or written byte by byte."""

import struct
import zlib

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter


def picture(width: int, height: int, colour: str = "#C81E1E", kind: str = "PNG") -> bytes:
    """A picture of one colour."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return encoded(image, kind)


def encoded(image: QImage, kind: str = "PNG") -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(kind.encode())).write(image)
    return bytes(buffer.data().data())


def bomb(side: int) -> bytes:
    """A PNG of a few kilobytes that says it is `side` × `side` points."""
    head = _chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0))
    row = b"\0" * (1 + (side + 7) // 8)
    body = _chunk(b"IDAT", zlib.compress(row * 64, 9))
    return b"\x89PNG\r\n\x1a\n" + head + body + _chunk(b"IEND", b"")


def turned_jpeg(width: int, height: int) -> bytes:
    """A JPEG that says it is to be turned by a quarter, with a place in its Exif."""
    plain = picture(width, height, kind="JPEG")
    entry = struct.pack(">HHIHH", 0x0112, 3, 1, 6, 0)
    maker = struct.pack(">HHII", 0x010F, 2, 8, 38)
    tiff = b"MM\0*" + struct.pack(">I", 8) + struct.pack(">H", 2) + maker + entry
    exif = b"Exif\0\0" + tiff + struct.pack(">I", 0) + b"Secret1\0"
    return plain[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + plain[2:]


def _chunk(name: bytes, content: bytes) -> bytes:
    check = zlib.crc32(name + content)
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", check)
