"""The start page: a new workshop, an old one, or the sample."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from motworkshop.app.actions import Actions
from motworkshop.app.banner import Banner
from motworkshop.app.cards import RecentCard, TemplateCard, TemplateWords
from motworkshop.app.recent import RecentFile, RecentFiles
from motworkshop.app.top_bar import BAR, menu_button
from motworkshop.imports.template import read_template, template_names
from motworkshop.panels.controls.buttons import icon_button, push_button
from motworkshop.panels.controls.labels import label
from motworkshop.panels.controls.rows import clear
from motworkshop.panels.controls.scrolling import scrolling
from motworkshop.panels.icons import Icons

COLUMNS = 3
WIDEST = 1120


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
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._recent = recent
        self._icons = icons
        self.banner = Banner(icons)
        self._files = QVBoxLayout()
        self._files.setSpacing(8)
        page = QWidget()
        page.setMaximumWidth(WIDEST)
        column = QVBoxLayout(page)
        column.setContentsMargins(32, 8, 32, 32)
        column.setSpacing(24)
        column.addWidget(self.banner)
        column.addLayout(self._head())
        row = QHBoxLayout()
        row.setSpacing(40)
        row.addLayout(self._templates(), 2)
        row.addLayout(self._existing(actions), 1)
        column.addLayout(row)
        column.addStretch(1)
        self._lay_out(page, menu)
        self.refresh()

    def refresh(self) -> None:
        """Show the recent files as they are now."""
        clear(self._files)
        files = self._recent.files()
        for file in files[:6]:
            self._files.addWidget(self._recent_row(file))
        if not files:
            words = "Workshops that you open will be listed here."
            self._files.addWidget(label(words, "quiet", wraps=True))

    def set_busy(self, words: str) -> None:
        """Say that a workshop is being made."""
        self.banner.say(words, "busy")

    def _lay_out(self, page: QWidget, menu: QMenu) -> None:
        bar = QWidget()
        bar.setFixedHeight(BAR)
        row = QHBoxLayout(bar)
        row.setContentsMargins(8, 0, 8, 0)
        row.addWidget(menu_button(menu, self._icons))
        row.addStretch(1)
        centred = QWidget()
        middle = QHBoxLayout(centred)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addStretch(1)
        middle.addWidget(page, 1000)
        middle.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(scrolling(centred), 1)

    def _head(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(label("Moments of Truth", "title"))
        words = "Find the contacts that matter most, and settle who answers for them."
        column.addWidget(label(words, "quiet"))
        return column

    def _templates(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(label("New workshop", "section"))
        grid = QGridLayout()
        grid.setSpacing(16)
        for place, name in enumerate(template_names()):
            card = TemplateCard(template_words(name), self._icons)
            card.clicked.connect(lambda _checked, name=name: self.template_chosen.emit(name))
            grid.addWidget(card, place // COLUMNS, place % COLUMNS)
        column.addLayout(grid)
        column.addStretch(1)
        return column

    def _existing(self, actions: Actions) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(label("Your workshops", "section"))
        column.addSpacing(4)
        open_button = push_button("Open a workshop…", self._icons.icon("folder-open"))
        open_button.clicked.connect(actions["open"].trigger)
        sample = push_button("Look at the sample workshop", self._icons.icon("compass"))
        sample.setToolTip("A finished workshop of an airline. You get a copy of your own.")
        sample.clicked.connect(self.sample_chosen)
        column.addWidget(open_button)
        column.addWidget(sample)
        column.addSpacing(16)
        column.addWidget(label("Recent", "section"))
        column.addSpacing(4)
        column.addLayout(self._files)
        column.addStretch(1)
        return column

    def _recent_row(self, file: RecentFile) -> QWidget:
        card = RecentCard(file, self._icons)
        card.clicked.connect(lambda: self.file_chosen.emit(file.path))
        remove = icon_button(self._icons.icon("x", "ink_2"), f"Take {file.path.stem} off this list")
        remove.clicked.connect(lambda: self._on_removed(file.path))
        room = QWidget()
        row = QHBoxLayout(room)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(card, 1)
        row.addWidget(remove)
        return room

    def _on_removed(self, path: Path) -> None:
        self._recent.remove(path)
        self.refresh()
