"""What stands in the list of commands: every action, every stage and phase, the note of a number.

Made anew each time from the tables of actions and the workshop, so there is no second list.
"""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtGui import QIcon, QKeySequence

from motworkshop.app.actions import Actions
from motworkshop.app.appearance import CHOICES, MOTIONS, Appearance
from motworkshop.app.paper_icon import paper_icon
from motworkshop.canvas.board import Board
from motworkshop.document.document import Document
from motworkshop.look import category_style
from motworkshop.model.finding import note_numbered
from motworkshop.model.records import Category, Id, PhaseKind, Stage
from motworkshop.panels.phases.clock import Clock
from motworkshop.panels.phases.guide import GUIDES
from motworkshop.values import dataclass

ITSELF = "commands"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: what it is called and what it does. `name` is the same in every workshop, or ""."""

    name: str
    group: str
    text: str
    keys: tuple[str, ...]
    icon: QIcon | None
    is_enabled: bool
    run: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Entries:
    """Makes the lines of one desk. `show_note` shows a note; `reads` may texts be read now."""

    actions: tuple[Actions, ...]
    document: Document
    board: Board
    clock: Clock
    show_note: Callable[[Id], object]
    reads: Callable[[], bool]
    appearance: Appearance

    def all(self) -> list[Entry]:
        """Every action, and where one can go."""
        return [*self._commands(), *self._looks(), *self._phases(), *self._stages()]

    def numbered(self, wanted: str) -> list[Entry]:
        """The note that is called by the number in “17”, “#17” or “note 17”."""
        note = note_numbered(self.document.workshop, wanted.lower().removeprefix("note"))
        if note is None:
            return []
        text = f"Show note {note.number}"
        if self.reads():
            text = f"{text}: {' '.join(note.text.split())}"
        category = self.document.workshop.of(Category).get(note.category or "")
        icon = paper_icon(category_style(category.style if category else None))
        return [Entry("", "Notes", text, (), icon, True, partial(self.show_note, note.id))]

    def _commands(self) -> Iterator[Entry]:
        native = QKeySequence.SequenceFormat.NativeText
        for actions in self.actions:
            for command in actions.commands:
                action = actions[command.name]
                if command.name != ITSELF and action.isVisible():
                    keys = tuple(one.toString(native) for one in action.shortcuts())
                    text = action.text().replace("&&", "&")
                    icon = action.icon() if not action.icon().isNull() else None
                    enabled = action.isEnabled()
                    yield Entry(
                        command.name, command.group, text, keys, icon, enabled, action.trigger
                    )

    def _looks(self) -> Iterator[Entry]:
        looks = self.appearance
        for title, choices, chosen, choose in (
            ("Theme", CHOICES, looks.choice, looks.choose),
            ("Motion", MOTIONS, looks.motion, looks.choose_motion),
        ):
            for name, words in choices:
                text, key = f"{title}: {words}", f"{title.lower()}_{name}"
                yield Entry(key, title, text, (), None, name != chosen, partial(choose, name))

    def _phases(self) -> Iterator[Entry]:
        for number, kind in enumerate(PhaseKind, start=1):
            text = f"Go to phase {number}, {GUIDES[kind].name}"
            go = partial(self.clock.go_to, kind)
            yield Entry(f"phase_{kind.value}", "Phases", text, (), None, True, go)

    def _stages(self) -> Iterator[Entry]:
        for stage in self.document.workshop.ordered(Stage):
            show = partial(self.board.show_stage, stage.id)
            yield Entry("", "Stages", f"Go to stage {stage.name}", (), None, True, show)
