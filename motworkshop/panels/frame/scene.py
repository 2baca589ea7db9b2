"""The phase Frame: the journey, the people and the title page, one of them at a time in the panel."""

from enum import StrEnum

from typing_extensions import override

from motworkshop.document.editing import Editing
from motworkshop.document.selection import Selection
from motworkshop.look import Theme
from motworkshop.model.change import Change
from motworkshop.model.records import Participant
from motworkshop.panels.controls.rows import Section
from motworkshop.panels.controls.scrolling import go_to
from motworkshop.panels.controls.segments import Segments
from motworkshop.panels.controls.showing import show_part
from motworkshop.panels.frame.promises import Promises
from motworkshop.panels.frame.roster import Departments, Roster
from motworkshop.panels.frame.sides import Sides
from motworkshop.panels.frame.title_page import Journey, TitlePage
from motworkshop.panels.icons import Icons
from motworkshop.panels.scene import Scene


class Page(StrEnum):
    """What of the frame is in sight: on a small screen all of it would reach far below the fold."""

    JOURNEY = "Journey"
    PEOPLE = "People"
    TITLE = "Title page"


TIPS = {
    Page.JOURNEY: "Whose journey, from where to where, and what is promised on it",
    Page.PEOPLE: "Who is in the room, which department is not, and the sides",
    Page.TITLE: "What the title page of the report says",
}


class FrameScene(Scene):
    """What the workshop is about and who takes part; the board stays."""

    def __init__(self, editing: Editing, selection: Selection, icons: Icons, _theme: Theme) -> None:
        super().__init__(editing, selection)
        self._journey = Journey(editing)
        self._roster = Roster(editing, icons)
        self._switch = Segments([(page, page.value) for page in Page], TIPS)
        self._switch.chosen.connect(self._show)
        self._pages = {
            Page.JOURNEY: (
                self._journey,
                Section("Promises", Promises(editing, icons)),
            ),
            Page.PEOPLE: (
                Section("In the room", self._roster),
                Section("Missing departments", Departments(editing, icons)),
                Section("Sides", Sides(editing, icons)),
            ),
            Page.TITLE: (TitlePage(editing),),
        }
        self.contents = (self._switch, *(part for parts in self._pages.values() for part in parts))
        editing.document.changed.connect(self._on_changed)
        self._count()
        self._show(self._first)

    @override
    def begin(self) -> None:
        """Name the journey; once it has a name, add who is here."""
        if self._has_name:
            self.add_people()
        else:
            self._show(Page.JOURNEY)
            go_to(self._journey.name)

    def add_people(self) -> None:
        """Put the cursor where the next person is named."""
        self._show(Page.PEOPLE)
        go_to(self._roster.name)

    @property
    def _has_name(self) -> bool:
        return bool(self._editing.workshop.about.journey.strip())

    @property
    def _first(self) -> Page:
        """What comes next: the people once the journey has a name, as long as there are none."""
        is_alone = not self._editing.workshop.of(Participant)
        return Page.PEOPLE if self._has_name and is_alone else Page.JOURNEY

    def _on_changed(self, change: Change) -> None:
        if change.has(Participant):
            self._count()

    def _count(self) -> None:
        """How many are in the room can be read while the journey is written."""
        people = len(self._editing.workshop.of(Participant))
        self._switch.reword(Page.PEOPLE, f"{Page.PEOPLE} · {people}")

    def _show(self, page: Page) -> None:
        self._switch.show_value(page)
        for one, parts in self._pages.items():
            for part in parts:
                show_part(part, is_shown=one is page)
