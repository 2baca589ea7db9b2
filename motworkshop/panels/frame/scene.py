"""The phase Frame: the title page, the promises and the roster, all in the panel."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from motworkshop.document.editing import Editing
from motworkshop.document.selection import Selection
from motworkshop.look import Theme
from motworkshop.panels.frame.promises import Promises
from motworkshop.panels.frame.roster import frame_sections
from motworkshop.panels.frame.title_page import TitlePage
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
        self.contents: Sequence[QWidget] = frame_sections(
            editing, icons, TitlePage(editing), Promises(editing, icons)
        )

    def set_theme(self, theme: Theme) -> None:
        """Nothing here paints itself."""
