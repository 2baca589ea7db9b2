"""A program in a window of its own, with settings and files in a folder that goes away."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QStandardPaths
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from motworkshop.app.build import build_program, dress
from motworkshop.app.dialogs import WORKSHOPS, Dialogs, Unsaved
from motworkshop.app.program import Program
from motworkshop.app.window import Window
from motworkshop.imports.template import workshop_from_template
from motworkshop.model.edits.notes import Draft, add_notes
from motworkshop.model.history import History
from motworkshop.model.links import Link
from motworkshop.model.records import Stage
from motworkshop.model.workshop import Workshop
from motworkshop.storage.create import create_workshop


class Answers(Dialogs):
    """Answers what a person would be asked, and remembers what was said."""

    def __init__(self) -> None:
        self.path: Path | None = None
        self.unsaved_answers: list[Unsaved] = []
        self.asked: list[str] = []
        self.links: list[str] = []
        self.opens = False

    @override
    def file_to_open(self, parent: QWidget) -> Path | None:
        return self.path

    @override
    def file_to_import(self, parent: QWidget) -> Path | None:
        return self.path

    @override
    def new_file(
        self, parent: QWidget, title: str, name: str, kind: str = WORKSHOPS
    ) -> Path | None:
        self.asked.append(title)
        return self.path

    @override
    def unsaved(self, parent: QWidget, why: str) -> Unsaved:
        self.asked.append(why)
        return self.unsaved_answers.pop(0)

    @override
    def picture_to_add(self, parent: QWidget) -> Path | None:
        return self.path

    @override
    def opens_link(self, parent: QWidget, link: Link) -> bool:
        self.links.append(link.url)
        return self.opens

    @override
    def tell(self, parent: QWidget, words: str) -> None:
        self.asked.append(words)


@pytest.fixture(scope="session")
def dressed(qapp: QApplication, disk_is_waited_for: None) -> QApplication:
    QStandardPaths.setTestModeEnabled(True)
    dress(qapp)
    return qapp


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def backups(tmp_path: Path) -> Path:
    """Where backups are kept."""
    return tmp_path / "backups"


@pytest.fixture
def program(
    dressed: QApplication, settings: QSettings, answers: Answers, backups: Path
) -> Iterator[Program]:
    made = build_program(dressed, settings, answers, backups=backups)
    yield made
    answers.unsaved_answers = [Unsaved.DISCARD] * 10
    made.quit()
    for _again in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()
    left = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    assert left == [], "a window was left over"
    assert made.windows == []


@pytest.fixture
def workshop() -> Workshop:
    history = History(workshop_from_template("airline", "Spring"))
    stages = history.workshop.ordered(Stage)
    texts = ("Payment is declined", "Bag is lost", "Bag is lost again", "Seat is broken")
    drafts = [Draft(text, fields={"stage": stages[place].id}) for place, text in enumerate(texts)]
    history.do(add_notes(history.workshop, drafts))
    return history.workshop


@pytest.fixture
def file(tmp_path: Path, workshop: Workshop) -> Path:
    path = tmp_path / "spring.motw"
    create_workshop(path, workshop)
    return path


@pytest.fixture
def window(program: Program, file: Path, qtbot: QtBot) -> Window:
    made = program.new_window()
    made.resize(1280, 800)
    program.open_file(file, made)
    assert made.desk is not None
    with qtbot.waitSignal(made.desk.parts.saving.opened):
        pass  # it begins by itself, after the first paint
    return made
