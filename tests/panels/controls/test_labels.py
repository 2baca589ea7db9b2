"""What a group writes is shown as it is written, in tooltips too."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from motworkshop.model.edits.categories import add_category
from motworkshop.model.edits.people import add_side, propose_stages
from motworkshop.model.edits.stages import edit_stage
from motworkshop.model.records import Participant, Stage
from motworkshop.panels.align.scene import AlignScene
from motworkshop.panels.brainstorm.scene import BrainstormScene
from motworkshop.panels.categorise.scene import CategoriseScene
from motworkshop.panels.controls.labels import plain_tip
from motworkshop.panels.frame.scene import FrameScene
from motworkshop.panels.scene import Scene
from tests.panels.phase_room import PhaseRoom

NAME = "R&D <b>bold</b>"


@pytest.fixture
def tips(qtbot: QtBot) -> Callable[[type[Scene]], list[str]]:
    """The tooltips of a phase in which everything has a name with markup in it."""

    def found(kind: type[Scene]) -> list[str]:
        room = PhaseRoom(qtbot, kind, people=[(NAME, NAME)], stages=[NAME], texts=[NAME])
        person = next(iter(room.workshop.of(Participant)))
        room.document.do(propose_stages(room.workshop, person, [(NAME, NAME)]))
        room.document.do(add_category(room.workshop, NAME, NAME))
        room.document.do(add_side(room.workshop, NAME, [NAME]))
        for stage in room.workshop.of(Stage):
            room.document.do(edit_stage(room.workshop, stage, definition=NAME))
        if isinstance(room.scene, AlignScene):
            room.scene.compare()
        if isinstance(room.scene, CategoriseScene):
            room.scene.sort(is_all=True)
        return [one.toolTip() for one in room.window.findChildren(QWidget) if one.toolTip()]

    return found


@pytest.mark.parametrize("kind", [FrameScene, AlignScene, BrainstormScene, CategoriseScene])
def test_no_tooltip_reads_markup_into_what_somebody_wrote(
    tips: Callable[[type[Scene]], list[str]], kind: type[Scene]
) -> None:
    written = [tip for tip in tips(kind) if "bold" in tip]
    assert written, "no tooltip tells a name"
    for tip in written:
        assert "<b>" not in tip
        assert "&lt;b&gt;bold&lt;/b&gt;" in tip


def test_a_tooltip_without_markup_stays_as_it_is() -> None:
    assert plain_tip("Take Ann off the roster") == "Take Ann off the roster"
    assert plain_tip("Take R&D off") == "<p>Take R&amp;D off</p>"
