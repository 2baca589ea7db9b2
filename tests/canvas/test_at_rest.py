"""A view that lies still is one picture, and shows to the pixel what its tiles show."""

from math import inf
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter
from typing_extensions import override

from motworkshop.canvas.camera import Camera
from motworkshop.canvas.tiles import SIZE, Tiles

pytestmark = pytest.mark.usefixtures("qapp")


class Wall:
    """Squares whose colours change, and how often they were painted."""

    def __init__(self) -> None:
        self.shades: dict[tuple[int, int], int] = {}

    def draw(
        self, painter: QPainter, scale: float, part: QRect, _done: int, _end: float
    ) -> int | None:
        side = round(100 * scale)
        for column in range(part.left() // side, part.right() // side + 1):
            for row in range(part.top() // side, part.bottom() // side + 1):
                shade = self.shades.get((column, row), 0) * 16
                colour = QColor((column * 41) % 256, (row * 83) % 256, shade)
                painter.fillRect(QRect(column * side, row * side, side, side), colour)
        return None

    def change(self, tiles: Tiles, square: tuple[int, int], camera: Camera) -> None:
        self.shades[square] = self.shades.get(square, 0) + 1
        left, top = square[0] * 100.0, square[1] * 100.0
        tiles.spoil([(left, top, left + 100, top + 100)], camera.scale)


class Copies(QPainter):
    """Counts the pictures that are copied."""

    def __init__(self, image: QImage) -> None:
        super().__init__(image)
        self.count = 0

    @override
    def drawPixmap(self, *given: Any) -> None:
        self.count += 1
        super().drawPixmap(*given)


@pytest.fixture
def camera() -> Camera:
    """Looks at two columns and two rows of tiles, from somewhere in the first."""
    return looking()


def looking() -> Camera:
    camera = Camera()
    camera.size = QSizeF(SIZE, SIZE)
    camera.left, camera.top = 77, 33
    return camera


def painted(tiles: Tiles, camera: Camera, where: QRectF | None = None) -> tuple[QImage, int]:
    """What is seen, on white, and how many pictures were copied for it."""
    image = QImage(camera.size.toSize() * camera.dpr, QImage.Format.Format_RGB32)
    image.fill("#ffffff")
    painter = Copies(image)
    tiles.paint(painter, camera, where)
    painter.end()
    return image, painter.count


def settled(tiles: Tiles, camera: Camera) -> QImage:
    assert tiles.refresh(camera, inf)
    tiles.gather(camera)
    return painted(tiles, camera)[0]


def test_a_view_that_lies_still_is_copied_as_one_picture(camera: Camera) -> None:
    tiles = Tiles(Wall().draw)
    assert tiles.refresh(camera, inf)
    before, many = painted(tiles, camera)
    tiles.gather(camera)
    after, one = painted(tiles, camera)
    assert before == after
    assert (many, one) == (4, 1)


def test_while_something_is_missing_there_is_no_such_picture(camera: Camera) -> None:
    tiles = Tiles(Wall().draw)
    tiles.refresh(camera, -inf)
    tiles.gather(camera)
    assert painted(tiles, camera)[0] == painted(Tiles(Wall().draw), camera)[0], "nothing"


def test_a_view_that_moves_is_copied_from_tiles_until_it_lies_still_again(camera: Camera) -> None:
    tiles, fresh = Tiles(Wall().draw), Tiles(Wall().draw)
    settled(tiles, camera)
    camera.left += 24
    assert tiles.refresh(camera, inf)
    moved, count = painted(tiles, camera)
    assert count == 4
    assert moved == settled(fresh, camera)
    camera.left -= 24
    assert painted(tiles, camera)[1] == 4, "it does not come back by itself"


def test_a_part_is_painted_and_nothing_beside_it(camera: Camera) -> None:
    tiles = Tiles(Wall().draw)
    whole = settled(tiles, camera)
    part = QRect(30, 40, 200, 90)
    image, count = painted(tiles, camera, QRectF(part))
    assert count == 1
    assert image.copy(part) == whole.copy(part)
    around = [(part.left() - 1, 60), (part.right() + 1, 60), (50, part.top() - 1), (0, 0)]
    assert {image.pixelColor(*place).name() for place in around} == {"#ffffff"}


def test_what_may_not_be_shown_any_more_is_gone_from_it(camera: Camera) -> None:
    tiles = Tiles(Wall().draw)
    settled(tiles, camera)
    tiles.clear()
    image = painted(tiles, camera)[0]
    assert image.pixelColor(200, 200).name() == "#ffffff"


def test_a_view_of_another_size_or_density_is_another_one(camera: Camera) -> None:
    tiles = Tiles(Wall().draw)
    settled(tiles, camera)
    camera.size = QSizeF(SIZE - 60, SIZE + 40)
    assert settled(tiles, camera) == settled(Tiles(Wall().draw), camera)
    camera.dpr = 1.25
    assert settled(tiles, camera) == settled(Tiles(Wall().draw), camera)


STEP = st.one_of(
    st.tuples(st.just("change"), st.integers(0, 12), st.integers(0, 12)),
    st.tuples(st.just("pan"), st.integers(-300, 300), st.integers(-300, 300)),
    st.tuples(st.just("zoom"), st.sampled_from([0.5, 1, 2]), st.just(0)),
    st.tuples(st.just("rest"), st.just(0), st.just(0)),
    st.tuples(st.just("all"), st.just(0), st.just(0)),
)


@given(st.lists(STEP, max_size=25))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_after_any_steps_it_is_what_the_tiles_are(
    steps: list[tuple[str, float, float]],
) -> None:
    wall, camera = Wall(), looking()
    tiles = Tiles(wall.draw)
    for name, first, second in steps:
        if name == "change":
            wall.change(tiles, (int(first), int(second)), camera)
        elif name == "pan":
            camera.left, camera.top = camera.left + int(first), camera.top + int(second)
        elif name == "zoom":
            camera.take(camera.zoomed(first, QPointF(0, 0)))
        elif name == "all":
            wall.shades = {(column, row): 7 for column in range(9) for row in range(9)}
            tiles.spoil_all(camera.scale)
        else:
            tiles.gather(camera)
        assert tiles.refresh(camera, inf)
        assert painted(tiles, camera)[0] == painted_anew(wall, camera)


def painted_anew(wall: Wall, camera: Camera) -> QImage:
    fresh = Tiles(wall.draw)
    assert fresh.refresh(camera, inf)
    return painted(fresh, camera)[0]
