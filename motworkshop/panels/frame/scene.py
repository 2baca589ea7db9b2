"""The phase Frame: the journey, the promises, the roster and the title page, all in the panel."""

from typing_extensions import override

from motworkshop.document.editing import Editing
from motworkshop.document.selection import Selection
from motworkshop.look import Theme
from motworkshop.panels.controls.rows import Section
from motworkshop.panels.controls.scrolling import go_to
from motworkshop.panels.frame.promises import Promises
from motworkshop.panels.frame.roster import Departments, Roster
from motworkshop.panels.frame.sides import Sides
from motworkshop.panels.frame.title_page import Journey, TitlePage
from motworkshop.panels.icons import Icons
from motworkshop.panels.scene import Scene


class FrameScene(Scene):
    """What the workshop is about and who takes part; the board stays."""

    def __init__(self, editing: Editing, selection: Selection, icons: Icons, _theme: Theme) -> None:
        super().__init__(editing, selection)
        self._journey = Journey(editing)
        self._roster = Roster(editing, icons)
        self.contents = (
            Section("Journey", self._journey),
            Section("Promises", Promises(editing, icons)),
            Section("In the room", self._roster),
            Section("Missing departments", Departments(editing, icons)),
            Section("Sides", Sides(editing, icons)),
            Section("Title page", TitlePage(editing)),
        )

    @override
    def begin(self) -> None:
        """Name the journey; once it has a name, add who is here."""
        has_name = bool(self._editing.workshop.about.journey.strip())
        go_to(self._roster.name if has_name else self._journey.name)

    def add_people(self) -> None:
        """Put the cursor where the next person is named."""
        go_to(self._roster.name)
