"""Search, filters and the list of commands, connected to the desk."""

from PySide6.QtCore import QObject

from motworkshop.app.actions import Actions
from motworkshop.app.appearance import Appearance
from motworkshop.app.board_keys import BoardKeys
from motworkshop.app.desk import Desk
from motworkshop.app.remembered import Remembered
from motworkshop.model.change import Change
from motworkshop.model.facets import WITHOUT_CATEGORY
from motworkshop.model.records import Category
from motworkshop.panels.controls.labels import plain_tip

STYLES = range(1, 9)


class Finding(QObject):
    """Opens the sheet of filters and the list of commands, and walks through matches."""

    def __init__(
        self, desk: Desk, window: Actions, remembered: Remembered, appearance: Appearance
    ) -> None:
        super().__init__(desk)
        self._desk = desk
        self._remembered = remembered
        self._appearance = appearance
        self._window = window
        parts = desk.parts
        actions = desk.actions_
        actions["filter"].triggered.connect(self._show_filters)
        actions["commands"].triggered.connect(self._show_commands)
        actions["find_next"].triggered.connect(lambda: parts.search.find_next(1))
        actions["find_previous"].triggered.connect(lambda: parts.search.find_next(-1))
        desk.status.uncategorised_pressed.connect(lambda: parts.search.only(WITHOUT_CATEGORY))
        parts.scenes.curtain_wanted.connect(parts.search.set_face_down)
        parts.document.changed.connect(self._on_changed)
        BoardKeys(actions, parts.board)
        self._name_categories()

    def _show_filters(self) -> None:
        from motworkshop.app.filter_sheet import FilterSheet

        parts = self._desk.parts
        sheet = FilterSheet(parts.search, parts.document, self._desk, parts.board)
        sheet.open_below(self._desk.bar.finder.button)

    def _show_commands(self) -> None:
        from motworkshop.app.command_list import CommandList
        from motworkshop.app.entries import Entries

        parts = self._desk.parts
        entries = Entries(
            (self._desk.actions_, self._window),
            parts.document,
            parts.board,
            parts.clock,
            parts.search.found.emit,
            lambda: not parts.search.is_face_down,
            self._appearance,
        )
        CommandList(entries, self._remembered, self._desk, parts.board).open_above()

    def _on_changed(self, change: Change) -> None:
        if change.has(Category):
            self._name_categories()

    def _name_categories(self) -> None:
        """The keys 1 to 8 are called as the group calls its categories."""
        known = self._desk.parts.document.workshop.of(Category).values()
        names = {category.style: category.name for category in known}
        for style in STYLES:
            action = self._desk.actions_[f"category_{style}"]
            name = names.get(style, "")
            action.setText(f"Sort into {name}".replace("&", "&&"))
            action.setToolTip(plain_tip(f"Sort into {name}"))
            action.setVisible(bool(name))
