"""Pictures from anywhere: looked at before they are decoded, and written anew."""

import tracemalloc
from time import process_time

import pytest
from PySide6.QtGui import QColor, QImage, QImageReader
from PySide6.QtWidgets import QApplication

from motworkshop.canvas.picture_reading import LARGEST, UnreadablePictureError, read_picture
from tests.canvas.picture_files import bomb, encoded, picture, turned_jpeg


def shown(content: bytes) -> QImage:
    found = QImage.fromData(content)
    assert not found.isNull()
    return found


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "BMP", "WEBP"])
def test_the_usual_kinds_become_png_or_jpeg(qapp: QApplication, kind: str) -> None:
    read = read_picture(picture(40, 30, kind=kind))
    assert (read.width, read.height) == (40, 30)
    assert read.media_type == ("image/jpeg" if kind == "JPEG" else "image/png")
    red = shown(read.content).pixelColor(20, 15)
    assert (red.red() > 180, red.green() < 60) == (True, True)


def test_a_large_one_is_made_as_small_as_is_of_use(qapp: QApplication) -> None:
    read = read_picture(picture(4000, 1000, kind="JPEG"))
    assert (read.width, read.height) == (LARGEST, LARGEST // 4)
    assert shown(read.content).size().width() == LARGEST


def test_clear_parts_stay_clear(qapp: QApplication) -> None:
    image = QImage(30, 30, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    read = read_picture(encoded(image))
    assert read.media_type == "image/png"
    assert shown(read.content).pixelColor(3, 3).alpha() == 0


def test_a_photograph_is_turned_upright_and_loses_what_it_tells(qapp: QApplication) -> None:
    content = turned_jpeg(60, 20)
    assert b"Secret1" in content
    read = read_picture(content)
    assert (read.width, read.height) == (20, 60)
    assert b"Exif" not in read.content
    assert b"Secret1" not in read.content


@pytest.mark.parametrize("side", [8_000, 65_000])
def test_a_bomb_is_refused_from_its_first_bytes(qapp: QApplication, side: int) -> None:
    content = bomb(side)
    assert len(content) < 100_000
    start = process_time()
    tracemalloc.start()
    with pytest.raises(UnreadablePictureError, match="million points, at most 50 fit"):
        read_picture(content)
    assert tracemalloc.get_traced_memory()[1] < 2_000_000
    tracemalloc.stop()
    assert process_time() - start < 0.5


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "PNG, JPEG, GIF, WebP or BMP"),
        (b"<?xml version='1.0'?><svg/>", "must be PNG"),
        (b"", "must be PNG"),
        (b"%PDF-1.7", "must be PNG"),
        (b"\x89PNG\r\n\x1a\n", "damaged"),
        (b"\xff\xd8\xff\xe0" + b"\0" * 99, "damaged"),
        (b"GIF89a" + b"\xff" * 20, "damaged"),
        (b"\x89PNG" + b"\0" * 20_000_001, "larger than 20 MB"),
    ],
)
@pytest.mark.qt_log_ignore("JPEG", "extraneous")
def test_what_is_no_picture_is_refused_in_words(
    qapp: QApplication, content: bytes, words: str
) -> None:
    with pytest.raises(UnreadablePictureError, match=words):
        read_picture(content)


def test_svg_could_be_read_by_qt_and_is_refused_all_the_same(qapp: QApplication) -> None:
    assert b"png" in [bytes(one.data()) for one in QImageReader.supportedImageFormats()]
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    with pytest.raises(UnreadablePictureError):
        read_picture(svg)


def test_a_half_of_a_picture_is_not_taken(qapp: QApplication) -> None:
    noisy = QImage(200, 200, QImage.Format.Format_RGB32)
    for x in range(200):
        for y in range(200):
            noisy.setPixel(x, y, (x * 7919 + y * 104_729) % 0xFFFFFF)
    content = encoded(noisy)
    with pytest.raises(UnreadablePictureError, match="damaged"):
        read_picture(content[: len(content) // 2])
