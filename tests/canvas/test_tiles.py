"""Tiles are painted in steps, and nothing half painted is ever shown."""

from itertools import count
from math import inf

import pytest
from PySide6.QtCore import QPointF, QRect, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter

from motworkshop.canvas import tiles as module
from motworkshop.canvas.camera import Camera
from motworkshop.canvas.tiles import SIZE, Tiles

STEPS = 5
ONE_STEP = 1.5
"""Seconds after which the clock has been looked at once more."""


class Drawing:
    """Fills a tile in five steps, each of which takes all the time that there is."""

    def __init__(self) -> None:
        self.colour = "#ff0000"
        self.begun = 0

    def draw(
        self, painter: QPainter, _scale: float, part: QRect, done: int, _end: float
    ) -> int | None:
        self.begun += not done
        high = part.height() // STEPS + 1
        strip = QRect(part.left(), part.top() + done * high, part.width(), high)
        painter.fillRect(strip & part, QColor(self.colour))
        return done + 1 if done + 1 < STEPS else None


@pytest.fixture
def camera(monkeypatch: pytest.MonkeyPatch) -> Camera:
    """Looks at one tile; a clock goes on by a second whenever somebody looks at it."""
    monkeypatch.setattr(module, "perf_counter", count().__next__)
    camera = Camera()
    camera.size = QSizeF(SIZE - 1, SIZE - 1)
    return camera


def shown(tiles: Tiles, camera: Camera) -> set[str]:
    """The colours that one sees."""
    image = QImage(camera.size.toSize(), QImage.Format.Format_RGB32)
    image.fill("#ffffff")
    painter = QPainter(image)
    tiles.paint(painter, camera)
    painter.end()
    return {image.pixelColor(250, y).name() for y in range(5, image.height(), 20)}


def seen_until_done(tiles: Tiles, camera: Camera) -> list[set[str]]:
    """What one sees after each slice that has time for one step."""
    found = []
    while not tiles.refresh(camera, ONE_STEP):
        found.append(shown(tiles, camera))
    return [*found, shown(tiles, camera)]


@pytest.mark.usefixtures("qapp")
def test_a_tile_is_seen_when_all_of_it_is_painted(camera: Camera) -> None:
    drawing = Drawing()
    assert seen_until_done(Tiles(drawing.draw), camera) == [{"#ffffff"}] * 4 + [{"#ff0000"}]
    assert drawing.begun == 1, "each slice begins where the last one ended"


@pytest.mark.usefixtures("qapp")
def test_a_tile_that_has_changed_is_seen_as_it_was_until_all_of_it_is_painted(
    camera: Camera,
) -> None:
    drawing = Drawing()
    tiles = Tiles(drawing.draw)
    seen_until_done(tiles, camera)
    drawing.colour = "#0000ff"
    tiles.spoil_all(camera.scale)
    assert seen_until_done(tiles, camera) == [{"#ff0000"}] * 4 + [{"#0000ff"}]


@pytest.mark.usefixtures("qapp")
def test_what_changes_while_a_tile_is_painted_is_not_left_out(camera: Camera) -> None:
    drawing = Drawing()
    tiles = Tiles(drawing.draw)
    tiles.refresh(camera, ONE_STEP)
    tiles.refresh(camera, ONE_STEP)
    drawing.colour = "#0000ff"
    tiles.spoil([(0.0, 0.0, 30.0, 30.0)], camera.scale)
    assert seen_until_done(tiles, camera)[-1] == {"#0000ff"}
    assert drawing.begun == 2


@pytest.mark.usefixtures("qapp")
def test_tiles_that_can_be_seen_through_show_nothing_of_what_was_there_before(
    camera: Camera,
) -> None:
    drawing = Drawing()
    tiles = Tiles(drawing.draw, lambda _scale, _part: False)
    seen_until_done(tiles, camera)
    tiles.clear()
    drawing.colour = "#00000000"
    assert seen_until_done(tiles, camera)[-1] == {"#ffffff"}
    tiles.clear()
    bare = Tiles(drawing.draw, lambda _scale, _part: True)
    assert seen_until_done(bare, camera) == [{"#ffffff"}]


class Sheets:
    """Paints each tile at once and counts."""

    def __init__(self) -> None:
        self.painted = 0

    def draw(
        self, _painter: QPainter, _scale: float, _part: QRect, _done: int, _end: float
    ) -> int | None:
        self.painted += 1
        return None

    def look(self, tiles: Tiles, camera: Camera) -> int:
        """How many tiles are painted until all in sight and around it are there."""
        before = self.painted
        assert tiles.refresh(camera, inf)
        assert tiles.prepare(camera, inf)
        return self.painted - before


@pytest.fixture
def wide() -> Camera:
    """Looks at four columns and three rows of tiles."""
    camera = Camera()
    camera.size = QSizeF(4 * SIZE - 1, 3 * SIZE - 1)
    return camera


@pytest.mark.usefixtures("qapp")
def test_who_zooms_away_and_comes_back_finds_the_view_painted(wide: Camera) -> None:
    sheets = Sheets()
    tiles = Tiles(sheets.draw)
    sheets.look(tiles, wide)
    for factor in (*[0.9] * 5, *[1 / 0.9] * 5):  # with what is lost by reckoning
        wide.take(wide.zoomed(wide.zoom * factor, QPointF(0, 0)))
        if factor < 1 and wide.zoom < 0.6:
            assert sheets.look(tiles, wide) == 6 * 5
    before = sheets.painted
    assert tiles.refresh(wide, inf)
    assert sheets.painted == before


@pytest.mark.usefixtures("qapp")
def test_tiles_that_were_left_behind_are_given_up(wide: Camera) -> None:
    sheets = Sheets()
    tiles = Tiles(sheets.draw)
    first = sheets.look(tiles, wide)
    for _view in range(6):
        wide.left += 8 * SIZE
        sheets.look(tiles, wide)
    wide.left = 0
    assert sheets.look(tiles, wide) == first


@pytest.mark.usefixtures("qapp")
def test_of_other_zooms_one_view_is_kept(wide: Camera) -> None:
    sheets = Sheets()
    tiles = Tiles(sheets.draw)
    sheets.look(tiles, wide)
    start = wide.shot()
    for zoom in (0.8, 0.7, 0.6):
        wide.take(wide.zoomed(zoom, QPointF(0, 0)))
        sheets.look(tiles, wide)
    wide.take(start)
    before = sheets.painted
    assert tiles.refresh(wide, inf)
    assert sheets.painted - before == 4 * 3


@pytest.mark.usefixtures("qapp")
def test_who_goes_on_in_the_same_way_finds_what_comes_into_sight_painted(wide: Camera) -> None:
    sheets = Sheets()
    tiles = Tiles(sheets.draw)
    tiles.refresh(wide, inf)
    before = sheets.painted
    assert tiles.prepare_ahead(wide, (1, 0), inf)
    assert sheets.painted - before == 3, "a column of three rows, nothing else"
    wide.left += SIZE
    assert tiles.refresh(wide, inf)
    assert sheets.painted - before == 3


@pytest.mark.usefixtures("qapp")
def test_tiles_that_come_late_are_told_once_where_they_are(camera: Camera) -> None:
    tiles = Tiles(Drawing().draw)
    while not tiles.refresh(camera, ONE_STEP):
        assert tiles.late(camera).isEmpty()
    assert tiles.late(camera).boundingRect() == QRect(0, 0, SIZE, SIZE)
    assert tiles.late(camera).isEmpty()


@pytest.mark.usefixtures("qapp")
def test_tiles_that_are_there_in_time_are_not_late(camera: Camera) -> None:
    tiles = Tiles(Drawing().draw)
    while not tiles.refresh(camera, inf):
        pass
    assert tiles.late(camera).isEmpty()
