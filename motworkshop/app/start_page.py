"""The start page: an old workshop, a new one, or the sample."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from motworkshop.app.actions import Actions
from motworkshop.app.banner import Banner
from motworkshop.app.bar import BAR, menu_button
from motworkshop.app.card_grid import CardGrid
from motworkshop.app.cards import Card, RecentCard, TemplateCard, TemplateWords
from motworkshop.app.recent import RecentFile, RecentFiles
from motworkshop.app.recent_tile import RecentTile
from motworkshop.imports.template_file import BLANK, read_template, template_names
from motworkshop.look import CONTROL_LARGE, SPACE
from motworkshop.panels.controls.buttons import push_button
from motworkshop.panels.controls.labels import label
from motworkshop.panels.controls.scrolling import scrolling
from motworkshop.panels.icons import Icons

WIDEST = 1504
SIDE = 48
FIRST_RECENT = 4
"""Recent workshops in sight before somebody asks for all of them: one row."""


def template_words(name: str) -> TemplateWords:
    """What the card of a template says."""
    content = read_template(name)
    stages = tuple(stage["name"] for stage in content["stages"])
    return TemplateWords(name, content["name"], content["summary"], stages)


class StartPage(QWidget):
    """Where a window begins.

    Signals: `template_chosen(name)`, `file_chosen(Path)`, `sample_chosen`.
    """

    template_chosen = Signal(object)
    file_chosen = Signal(object)
    sample_chosen = Signal()

    def __init__(self, recent: RecentFiles, actions: Actions, menu: QMenu, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("start")
        self.setAccessibleName("Start")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._recent = recent
        self._icons = icons
        self._is_all_shown = False
        self.banner = Banner(icons)
        self._files = CardGrid()
        self._all = push_button("")
        self._all.setProperty("kind", "link")
        self._all.clicked.connect(self._on_all_clicked)
        self._old = self._section("Recent", self._files, self._all)
        self._templates = CardGrid()
        self._fill_templates()
        page = QWidget()
        page.setMaximumWidth(WIDEST)
        column = QVBoxLayout(page)
        column.setContentsMargins(SIDE, SPACE, SIDE, 40)
        column.setSpacing(32)
        column.addWidget(self.banner)
        column.addLayout(self._head(actions))
        column.addWidget(self._old)
        column.addWidget(self._section("Start from a template", self._templates))
        column.addStretch(1)
        self._lay_out(page, menu)
        self.refresh()

    def refresh(self) -> None:
        """Show the recent files as they are now."""
        files = self._recent.files()
        self._old.setVisible(bool(files))
        shown = files if self._is_all_shown else files[:FIRST_RECENT]
        self._files.show_cards([self._tile(file) for file in shown])
        self._all.setVisible(len(files) > FIRST_RECENT)
        self._all.setText("Show fewer" if self._is_all_shown else f"Show all {len(files)}")

    def set_busy(self, words: str) -> None:
        """Say that a workshop is being made."""
        self.banner.say(words, "busy")

    def _lay_out(self, page: QWidget, menu: QMenu) -> None:
        bar = QWidget()
        bar.setFixedHeight(BAR)
        row = QHBoxLayout(bar)
        row.setContentsMargins(SPACE, 0, SPACE, 0)
        row.addWidget(menu_button(menu, self._icons))
        row.addStretch(1)
        centred = QWidget()
        middle = QHBoxLayout(centred)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addStretch(1)
        middle.addWidget(page, 1000)
        middle.addStretch(1)
        self._area = scrolling(centred)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._area, 1)

    def _head(self, actions: Actions) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(label("Moments of Truth", "title"))
        words = "Find the contacts that matter most, and settle who answers for them."
        column.addWidget(label(words, "quiet"))
        column.addSpacing(20)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        new = push_button("New workshop", self._icons.icon("plus", "on_accent"), is_primary=True)
        new.setToolTip("An empty board with the four usual categories")
        new.clicked.connect(lambda: self.template_chosen.emit(BLANK))
        opens = push_button("Open a workshop…", self._icons.icon("folder-open"))
        opens.clicked.connect(actions["open"].trigger)
        sample = push_button("Look at the sample workshop", self._icons.icon("compass"))
        sample.setToolTip("A finished workshop of an airline. You get a copy of your own.")
        sample.clicked.connect(self.sample_chosen)
        for button in (new, opens, sample):
            button.setMinimumHeight(CONTROL_LARGE)
            row.addWidget(button)
        backups = push_button("Backups…")
        backups.setProperty("kind", "link")
        backups.setToolTip("Copies of your workshops, for a file that is lost or spoilt")
        backups.clicked.connect(actions["backups"].trigger)
        row.addWidget(backups)
        row.addStretch(1)
        column.addLayout(row)
        return column

    def _section(self, title: str, grid: CardGrid, beside: QWidget | None = None) -> QWidget:
        room = QWidget()
        column = QVBoxLayout(room)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        row = QHBoxLayout()
        row.addWidget(label(title, "heading"))
        row.addStretch(1)
        if beside is not None:
            row.addWidget(beside)
        column.addLayout(row)
        column.addWidget(grid)
        return room

    def _fill_templates(self) -> None:
        cards: list[QWidget] = []
        for name in template_names():
            if name == BLANK:
                continue
            card = TemplateCard(template_words(name), self._icons)
            card.clicked.connect(lambda _checked, name=name: self.template_chosen.emit(name))
            card.stepped.connect(lambda across, down, card=card: self._step(card, across, down))
            cards.append(card)
        self._templates.show_cards(cards)

    def _tile(self, file: RecentFile) -> QWidget:
        card = RecentCard(file, self._icons)
        card.clicked.connect(lambda: self.file_chosen.emit(file.path))
        card.stepped.connect(lambda across, down: self._step(card, across, down))
        tile = RecentTile(card, self._icons)
        tile.removed.connect(lambda: self._on_removed(file.path))
        return tile

    def _step(self, card: Card, across: int, down: int) -> None:
        """Give the keys to the neighbour of a card."""
        cards = [one for one in self.findChildren(Card) if one.isVisible() and one.isEnabled()]
        cards.sort(key=lambda one: (self._place(one).y(), self._place(one).x()))
        if across:
            at = cards.index(card) + across
            found = cards[at] if 0 <= at < len(cards) else None
        else:
            found = self._above_or_below(card, cards, down)
        if found is not None:
            found.setFocus(Qt.FocusReason.TabFocusReason)
            self._area.ensureWidgetVisible(found, 0, SPACE * 3)

    def _above_or_below(self, card: Card, cards: list[Card], down: int) -> Card | None:
        here = self._place(card)
        beyond = [one for one in cards if (self._place(one).y() - here.y()) * down > 0]
        return min(
            beyond,
            key=lambda one: (
                abs(self._place(one).y() - here.y()),
                abs(self._place(one).x() - here.x()),
            ),
            default=None,
        )

    def _place(self, card: Card) -> QPoint:
        return card.mapTo(self, QPoint(0, 0))

    def _on_removed(self, path: Path) -> None:
        self._recent.remove(path)
        self.refresh()

    def _on_all_clicked(self) -> None:
        self._is_all_shown = not self._is_all_shown
        self.refresh()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressed = self.focusWidget()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and isinstance(pressed, QPushButton) and pressed.hasFocus():
            pressed.click()
        else:
            super().keyPressEvent(event)
