"""Notes look as they did: golden pictures of every category, script and state.

`pytest tests/canvas/golden --renew-golden` takes them anew, when a look is meant to be another.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from motworkshop.look import DARK, HIGH_CONTRAST, LIGHT, CategoryStyle, category_style
from tests.canvas.golden.sheet import ACROSS, EDGE, SCRIPTS, STEP_X, STEP_Y, draw_sheet

FOLDER = Path(__file__).parent
THEMES = {theme.name.replace(" ", "-"): theme for theme in (LIGHT, DARK, HIGH_CONTRAST)}
SCALES = {"far": (0.4, 1.0), "100": (1.0, 1.0), "125": (1.0, 1.25), "200": (1.0, 2.0)}
"""(zoom, device pixels per pixel)."""
BLOCK = 8
MOST_IN_A_BLOCK = 8.0
"""How far the mean of 8×8 pixels may be off, of 255: a stroke of a letter is more."""
MOST_OFF = 18.0
"""The same before the colours are made as few as those of the golden picture."""
MOST_IN_ALL = 1.5


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("theme", THEMES)
def test_notes_look_as_they_did(
    theme: str, scale: str, fonts: None, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    golden = FOLDER / f"{theme}-{scale}.png"
    image = draw_sheet(THEMES[theme], *SCALES[scale])
    if request.config.getoption("--renew-golden"):
        assert with_few_colours(image).save(str(golden), quality=0)
        pytest.skip(f"renewed {golden.name}")
    image.save(str(tmp_path / golden.name))
    assert_alike(image, QImage(str(golden)), f"{golden}, now {tmp_path / golden.name}")


def with_few_colours(image: QImage) -> QImage:
    """The same in 256 colours, each as near as can be: a third of the size on the disk."""
    counts = Counter(memoryview(image.constBits()).cast("I"))
    usual_first = [QColor.fromRgb(colour) for colour, _count in counts.most_common()]
    apart, chosen = 4, usual_first
    while len(chosen) > 256:
        apart, chosen = apart + 2, []
        for colour in usual_first:
            if all(_apart(colour, one) > apart for one in chosen):
                chosen.append(colour)
    return in_colours(image, [colour.rgb() for colour in chosen])


def in_colours(image: QImage, colours: Sequence[int]) -> QImage:
    """Each pixel in the nearest of these colours."""
    flat = Qt.ImageConversionFlag.AvoidDither | Qt.ImageConversionFlag.ThresholdDither
    return image.convertToFormat(QImage.Format.Format_Indexed8, colours, flat)


def _apart(one: QColor, other: QColor) -> int:
    return max(
        abs(one.red() - other.red()),
        abs(one.green() - other.green()),
        abs(one.blue() - other.blue()),
    )


def assert_alike(image: QImage, golden: QImage, what: str) -> None:
    """Nowhere another sign, pattern, colour or text; a hair more or less of grey is allowed."""
    assert image.size() == golden.size(), what
    for seen, most in (
        (in_colours(image, golden.colorTable()), MOST_IN_A_BLOCK),
        (image, MOST_OFF),
    ):
        worst, all_in_all = strongest(difference(seen, golden))
        assert worst[0] <= most, f"note {note_at(worst[1], image)} is another: {what}"
        assert all_in_all <= MOST_IN_ALL, what


def difference(one: QImage, other: QImage) -> QImage:
    """How far two pictures are apart, each pixel the mean of a block of them."""
    result = one.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(result)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, other.convertToFormat(QImage.Format.Format_RGB32))
    painter.end()
    blocks = QSize(-(-one.width() // BLOCK), -(-one.height() // BLOCK))
    smooth = Qt.TransformationMode.SmoothTransformation
    return result.scaled(blocks, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)


def strongest(off: QImage) -> tuple[tuple[float, int], float]:
    """The block that is farthest off with its place, and the mean of all; of 255."""
    flat = off.convertToFormat(QImage.Format.Format_RGB32)  # it must outlive the view on it
    values = memoryview(flat.constBits()).cast("I")
    sums = {value: _brightness(value) for value in Counter(values)}
    found = [sums[value] for value in values]
    worst = max(range(len(found)), key=found.__getitem__)
    return (found[worst], worst), sum(found) / len(found)


def _brightness(value: int) -> float:
    colour = QColor.fromRgb(value)
    return max(colour.red(), colour.green(), colour.blue())


def note_at(block: int, image: QImage) -> int:
    """The number of the note in which a block lies."""
    across = -(-image.width() // BLOCK)
    unit = image.width() / (2 * EDGE + ACROSS * STEP_X)
    x, y = (block % across) * BLOCK / unit - EDGE, (block // across) * BLOCK / unit - EDGE
    return int(y // STEP_Y) * ACROSS + int(x // STEP_X) + 1


PAPER = "motworkshop.canvas.paper"


def _another_sign(patch: pytest.MonkeyPatch) -> None:
    def wrong(number: int | None) -> CategoryStyle:
        right = category_style(number)
        return replace(right, sign="7") if number == 1 else right

    patch.setattr(f"{PAPER}.category_style", wrong)


def _another_colour(patch: pytest.MonkeyPatch) -> None:
    def wrong(number: int | None) -> CategoryStyle:
        right = category_style(number)
        return replace(right, paper="#FFBFA8") if number == 1 else right

    patch.setattr(f"{PAPER}.category_style", wrong)


def _no_pattern(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(f"{PAPER}.draw_pattern", lambda *_given: None)


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("spoil", [_another_sign, _another_colour, _no_pattern])
def test_another_sign_colour_or_pattern_is_noticed(
    spoil: Callable[[pytest.MonkeyPatch], None],
    scale: str,
    fonts: None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    golden = QImage(str(FOLDER / f"light-{scale}.png"))
    spoil(monkeypatch)
    with pytest.raises(AssertionError, match="is another"):
        assert_alike(draw_sheet(LIGHT, *SCALES[scale]), golden, "spoiled on purpose")


@pytest.mark.parametrize("scale", ["100", "125", "200"])
def test_another_text_is_noticed(scale: str, fonts: None) -> None:
    golden = QImage(str(FOLDER / f"light-{scale}.png"))
    others = ("Waits 26 minutes in the phone queue", *SCRIPTS[1:])
    with pytest.raises(AssertionError, match="note 10 is another"):
        assert_alike(draw_sheet(LIGHT, *SCALES[scale], others), golden, "spoiled on purpose")


def test_golden_pictures_are_small_enough_to_be_kept() -> None:
    files = list(FOLDER.glob("*.png"))
    assert len(files) == len(THEMES) * len(SCALES)
    assert sum(file.stat().st_size for file in files) < 1_000_000
