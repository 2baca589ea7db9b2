"""What panels and windows ask of the document; a refusal becomes a sentence, not an error."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from motworkshop.document.document import Document
from motworkshop.errors import WorkshopError
from motworkshop.model.change import Change, Edit
from motworkshop.model.workshop import Workshop


class Editing(QObject):
    """The one boundary where a refused edit is caught and told.

    Signal: `refused(str)` with the sentence for people; nothing has happened then.
    """

    refused = Signal(str)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document

    @property
    def workshop(self) -> Workshop:
        """The workshop as it is now."""
        return self.document.workshop

    def do(self, make: Callable[..., Edit], *given: Any, fold: str = "", **values: Any) -> None:
        """Do `make(workshop, *given, **values)`; steps of the same `fold` become one (typing)."""

        def step() -> None:
            edit = make(self.workshop, *given, **values)
            self.document.do(replace(edit, fold=fold) if fold else edit)

        self.attempt(step)

    def record(self, make: Callable[..., Change], *given: Any) -> None:
        """Record `make(workshop, *given)`, which leaves no step."""
        self.attempt(lambda: self.document.record(make(self.workshop, *given)))

    def attempt(self, action: Callable[[], None]) -> None:
        """Do something that may be refused: undo, redo, a step back."""
        try:
            action()
        except WorkshopError as refusal:
            self.refused.emit(str(refusal))
