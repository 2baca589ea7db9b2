"""Rows that stay when others come and go, so that nobody is thrown out of a field by an edit."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from motworkshop.model.records import Id

Row = TypeVar("Row", bound=QWidget)


class KeptRows(Mapping[Id, Row]):
    """The rows of a layout by the id of what each shows, from top to bottom."""

    def __init__(self, layout: QVBoxLayout, make: Callable[[Id], Row]) -> None:
        self._layout = layout
        self._make = make
        self._rows: dict[Id, Row] = {}

    def show(self, ids: Iterable[Id]) -> bool:
        """Show a row for each of these, in this order; whether anything moved, came or went."""
        wanted = list(ids)
        if wanted == list(self._rows):
            return False
        for gone in [key for key in self._rows if key not in wanted]:
            self._take_away(self._rows.pop(gone))
        before = self._rows
        self._rows = {key: before[key] if key in before else self._make(key) for key in wanted}
        for place, (key, row) in enumerate(self._rows.items()):
            self._layout.removeWidget(row)
            self._layout.insertWidget(place, row)
            if key not in before:
                row.show()  # at once, so that it can take the focus
        return True

    @override
    def __getitem__(self, key: Id) -> Row:
        return self._rows[key]

    @override
    def __iter__(self) -> Iterator[Id]:
        return iter(self._rows)

    @override
    def __len__(self) -> int:
        return len(self._rows)

    def _take_away(self, row: QWidget) -> None:
        self._layout.removeWidget(row)
        row.hide()
        row.deleteLater()
