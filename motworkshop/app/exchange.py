"""What comes into an open workshop and goes out of it; made when somebody first wants it.

Reading tables and writing reports takes modules by the dozen, and none of them is wanted on the way
to the first sight of the board.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from motworkshop.app.desk import Desk
from motworkshop.app.dialogs import Dialogs

if TYPE_CHECKING:
    from motworkshop.app.importing import Importing
    from motworkshop.app.outputs import Outputs

OUTPUTS = ("report", "workbook", "notes")


class Exchange(QObject):
    """Connects the actions of a desk that read tables and write files elsewhere.

    Signal: `left_for(Path)` when the person goes on in a copy, because the file cannot be saved.
    """

    left_for = Signal(object)

    def __init__(self, desk: Desk, dialogs: Dialogs) -> None:
        super().__init__(desk)
        self._desk = desk
        self._dialogs = dialogs
        self._importing: Importing | None = None
        self._outputs: Outputs | None = None
        actions, scenes = desk.actions_, desk.parts.scenes
        names = actions["with_names"]
        names.setCheckable(True)
        names.setChecked(True)
        actions["import"].triggered.connect(self._import)
        desk.parts.board.table_pasted.connect(self._import_table)
        desk.copy_wanted.connect(self._save_copy)
        for kind in OUTPUTS:
            action = actions[f"export_{kind}"]
            action.triggered.connect(lambda _checked=False, kind=kind: self.outputs.export(kind))
        scenes.export_wanted.connect(self._export_for_report)
        scenes.cancel_wanted.connect(self.cancel_output)

    @property
    def importing(self) -> "Importing":
        """What brings rows in from elsewhere."""
        if self._importing is None:
            from motworkshop.app.importing import Importing

            self._importing = Importing(self._desk, self._dialogs)
        return self._importing

    @property
    def outputs(self) -> "Outputs":
        """What writes copies and exports."""
        if self._outputs is None:
            from motworkshop.app.outputs import Outputs

            self._outputs = Outputs(self._desk, self._dialogs)
            self._outputs.left_for.connect(self.left_for)
        return self._outputs

    @property
    def is_copied(self) -> bool:
        """Whether a copy holds everything as it is now."""
        return self._outputs is not None and self._outputs.is_copied

    def import_file(self, path: Path) -> None:
        """Import a table, after a look at it."""
        self.importing.open_file(path)

    def cancel_output(self) -> None:
        """Stop the export that is under way, if there is one."""
        if self._outputs is not None:
            self._outputs.cancel()

    def _import(self) -> None:
        self.importing.ask()

    def _import_table(self, rows: Sequence[Sequence[str]]) -> None:
        self.importing.open_table(rows)

    def _save_copy(self) -> None:
        self.outputs.save_copy()

    def _export_for_report(self, kind: str, path: str, paper: str, with_names: bool) -> None:
        self.outputs.export_for_report(kind, path, paper, with_names)

    def cancel(self) -> None:
        """Stop whatever is under way."""
        self.cancel_output()
        if self._importing is not None:
            self._importing.cancel()
