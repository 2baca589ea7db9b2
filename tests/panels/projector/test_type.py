"""No text of ours is smaller than a thirtieth of the height, and what is too long is cut last."""

import pytest
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QFont, QImage, QPainter
from pytestqt.qtbot import QtBot

from motworkshop.imports.sample import sample_workshop
from motworkshop.look import LIGHT
from motworkshop.model.records import PhaseKind
from motworkshop.panels.icons import Icons
from motworkshop.panels.projector import wall as walls
from motworkshop.panels.projector.fitting import Fitted, Sizes, balanced, fit
from motworkshop.panels.projector.wall import Type, Wall
from tests.panels.projector.wall_room import put_up

LONG = "Asks an agent at the desk which gate it is and gets a smile and a walk there " * 4


def test_text_shrinks_before_it_is_cut() -> None:
    sizes = Sizes(60, 20)
    short = fit("Bag lost", QFont(), QSizeF(800, 100), sizes)
    assert short.font.pixelSize() == 60
    longer = fit("Bag lost at the gate, nobody knows", QFont(), QSizeF(800, 100), sizes)
    assert 20 < longer.font.pixelSize() < 60
    assert not longer.lines[-1].endswith("…")


def test_text_that_does_not_fit_at_the_least_size_ends_in_an_ellipsis() -> None:
    fitted = fit(LONG, QFont(), QSizeF(300, 60), Sizes(40, 20))
    assert fitted.font.pixelSize() == 20
    assert len(fitted.lines) == 2
    assert fitted.lines[-1].endswith("…")


def test_a_long_word_is_made_smaller_rather_than_broken() -> None:
    fitted = fit("Donaudampfschiff", QFont(), QSizeF(260, 400), Sizes(60, 10))
    assert fitted.lines == ("Donaudampfschiff",)


def test_balanced_lines_leave_no_word_alone() -> None:
    words = "Which moments make or break the promise?"
    wide = fit(words, QFont(), QSizeF(460, 300), Sizes(24, 24))
    assert len(wide.lines) == 2
    even = balanced(words, wide, 460)
    assert len(even.lines) == 2
    assert abs(len(even.lines[0]) - len(even.lines[1])) <= 8
    assert " ".join(even.lines) == words


def test_rows_of_a_list_are_written_in_one_size() -> None:
    image = QImage(900, 900, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    wall = Wall(painter, QSizeF(1080, 900), LIGHT, Icons(LIGHT), QFont())
    room, how = QSizeF(400, 60), Type(1.5, 1.0, lines=1)
    rows = ["Bag lost", "Bag lost at the gate, nobody knows"]
    alike = wall.alike(rows, room, how)
    sizes = {wall.measure(words, room, alike).font.pixelSize() for words in rows}
    assert sizes == {wall.measure(rows[1], room, how).font.pixelSize()}
    assert wall.alike([], room, how) == how
    painter.end()


def test_nothing_is_written_where_nothing_is_said() -> None:
    image = QImage(300, 300, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    wall = Wall(painter, QSizeF(300, 300), LIGHT, Icons(LIGHT), QFont())
    assert wall.write("  ", QRectF(0, 0, 100, 100), Type()) == 0
    painter.end()
    assert wall.written == []


@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080)])
def test_no_text_is_smaller_than_a_thirtieth_of_the_height(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    seen: list[tuple[int, str]] = []

    def noted(words: str, face: QFont, room: QSizeF, sizes: Sizes, *, is_strong: bool) -> Fitted:
        fitted = fit(words, face, room, sizes, is_strong=is_strong)
        if fitted.lines:
            seen.append((fitted.font.pixelSize(), words))
        return fitted

    monkeypatch.setattr(walls, "fit", noted)
    sample = sample_workshop()
    room = put_up(qtbot, sample)
    room.view.resize(*size)
    note = next(iter(sample.notes))
    for kind in PhaseKind:
        for chosen in ([], [note], list(sample.notes)[:3]):
            room.view.show_phase(kind)
            room.selection.select(chosen)
            room.view.set_proposals_shown(bool(chosen))
            room.read()
    assert len(seen) > 200
    least = size[1] / 30
    small = {words for pixels, words in seen if pixels < round(least)}
    assert small == set()
