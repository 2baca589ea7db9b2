import re
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPixmap
from pytestqt.qtbot import QtBot

from motworkshop.look import CATEGORY_STYLES, DARK, HIGH_CONTRAST, LIGHT, Theme
from motworkshop.panels.icons import Icons
from motworkshop.paths import resource_path

SOURCES = Path(__file__).parents[3] / "motworkshop"


@pytest.mark.parametrize("theme", [LIGHT, DARK, HIGH_CONTRAST], ids=lambda theme: theme.name)
def test_an_icon_has_the_colour_of_the_theme(qtbot: QtBot, theme: Theme) -> None:
    icons = Icons(LIGHT)
    icon = icons.icon("plus", "accent")
    icons.set_theme(theme)
    picture = icon.pixmap(80, 80)
    assert theme.accent.lower() in colours(picture)


def test_an_icon_is_sharp_at_any_scale(qtbot: QtBot) -> None:
    picture = Icons(LIGHT).pixmap("plus", "ink", 4.0)
    assert (picture.width(), picture.devicePixelRatio()) == (80, 4.0)
    assert LIGHT.ink.lower() in colours(picture)


def test_a_copied_icon_still_draws(qtbot: QtBot) -> None:
    icon = Icons(LIGHT).icon("plus")
    copy = type(icon)(icon)
    copy.addPixmap(QPixmap(4, 4))
    assert not copy.pixmap(20, 20).isNull()


def test_only_icons_that_are_used_are_shipped_and_their_licence() -> None:
    words = " ".join(path.read_text(encoding="utf-8") for path in SOURCES.rglob("*.py"))
    used = set(re.findall(r"\"([a-z0-9-]+)\"", words)) | {one.icon for one in CATEGORY_STYLES}
    shipped = {path.stem for path in resource_path("icons", "ui").glob("*.svg")}
    plain = {name for name in shipped if not name.endswith(("-on-light", "-on-dark"))}
    assert plain <= used
    assert "ISC License" in resource_path("icons", "ui", "LICENSE").read_text(encoding="utf-8")


def colours(picture: QPixmap) -> set[str]:
    image: QImage = picture.toImage()
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }
