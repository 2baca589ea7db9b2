"""The phase Frame: the journey, the promises, the roster and the title page, all in the panel."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from motworkshop.document.editing import Editing
from motworkshop.document.selection import Selection
from motworkshop.look import Theme
from motworkshop.panels.controls.rows import Section
from motworkshop.panels.frame.promises import Promises
from motworkshop.panels.frame.roster import Departments, Roster
from motworkshop.panels.frame.sides import Sides
from motworkshop.panels.frame.title_page import Journey, TitlePage
from motworkshop.panels.icons import Icons


class FrameScene(QObject):
    """What stands in the panel while the group frames the workshop; the board stays."""

    centre_wanted = Signal(bool)
    centre: QWidget | None = None
    is_centre_wanted = False

    def __init__(
        self, editing: Editing, _selection: Selection, icons: Icons, _theme: Theme
    ) -> None:
        super().__init__()
        self.contents: Sequence[QWidget] = (
            Section("Journey", Journey(editing)),
            Section("Promises", Promises(editing, icons)),
            Section("In the room", Roster(editing, icons)),
            Section("Missing departments", Departments(editing, icons)),
            Section("Sides", Sides(editing, icons)),
            Section("Title page", TitlePage(editing)),
        )

    def set_theme(self, theme: Theme) -> None:
        """Nothing here paints itself."""
