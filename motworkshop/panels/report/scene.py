"""The phase Report: what is in it, what is missing, and the files to take home."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from motworkshop.document.editing import Editing
from motworkshop.document.selection import Selection
from motworkshop.look import SPACE, Theme
from motworkshop.model.moments import lacks, moments_of
from motworkshop.panels.controls.buttons import push_button
from motworkshop.panels.controls.choices import CheckField, ChoiceField
from motworkshop.panels.controls.form import Form
from motworkshop.panels.controls.labels import label
from motworkshop.panels.controls.refreshing import WhenSeen
from motworkshop.panels.controls.rows import Section, clear, figure_row
from motworkshop.panels.controls.showing import show_part
from motworkshop.panels.icons import Icons
from motworkshop.panels.report.incomplete import Incomplete
from motworkshop.panels.report.inside import missing_words, parts_of
from motworkshop.panels.report.outcome import Outcome
from motworkshop.panels.report.outputs import OUTPUTS, REPORT, Output, ask_where, suggested_path
from motworkshop.panels.scene import Scene

PAPERS = (("a4", "A4, 210 × 297 mm"), ("letter", "Letter, 8½ × 11 inches"))
NAMELESS = "Without names, people appear as a number in their department."

Ask = Callable[[QWidget, Output, Path], str]


class ReportScene(Scene):
    """Contents of the report, its settings and buttons. It makes nothing itself.

    Signals: `export_wanted(kind, path, paper, with_names)`, `cancel_wanted`,
    `moment_wanted(note id)`. `file` gives the path of the workshop, or None before it has one.
    """

    export_wanted = Signal(str, str, str, bool)
    cancel_wanted = Signal()
    moment_wanted = Signal(str)

    def __init__(
        self,
        editing: Editing,
        selection: Selection,
        icons: Icons,
        _theme: Theme,
        file: Callable[[], Path | None] = lambda: None,
        ask: Ask = ask_where,
        *,
        open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl,
    ) -> None:
        super().__init__(editing, selection)
        self._file = file
        self._ask = ask
        self._folder: Path | None = None
        self._wanted = REPORT
        self._paper = PAPERS[0][0]
        self._with_names = True
        self._shown: object = None
        self._inside = Section("In the report")
        self._missing = Section("Still missing")
        self._incomplete = Incomplete()
        self._form = _settings()
        self._buttons: dict[str, QPushButton] = {}
        self._nothing = label("Nothing to report yet.", "section", wraps=True)
        self._outcome = Outcome(open_url)
        files = Section(
            "Take it home",
            self._form,
            label(NAMELESS, "small", wraps=True),
            self._nothing,
            self._make_buttons(icons),
            self._outcome,
        )
        self.contents = (
            self._incomplete,
            files,
            self._missing,
            self._inside,
        )
        self._incomplete.moment_wanted.connect(self.moment_wanted)
        self._form.edited.connect(self._on_set)
        self._outcome.cancel_wanted.connect(self.cancel_wanted)
        self._seen = WhenSeen(self, self.contents, self.refresh)
        editing.document.changed.connect(self._seen.want)
        self._show_settings()
        self.refresh()

    def refresh(self) -> None:
        """Show what is there now."""
        workshop = self._editing.workshop
        moments = moments_of(workshop)
        wanting = [moment for moment in moments if lacks(moment)]
        parts, words = parts_of(workshop, moments), missing_words(workshop, moments)
        facts = (parts, words, [(one.note, lacks(one)) for one in wanting])
        has_notes = bool(workshop.notes)
        if (has_notes, facts) != self._shown:
            self._shown = (has_notes, facts)
            self._show_whether_any(has_notes=has_notes)
            self._fill_inside(parts)
            self._incomplete.show_moments(wanting)
            self._fill_missing(words, has_gaps=bool(wanting))
            for part in (self._missing, self._inside):
                show_part(part, is_shown=has_notes and part.rows.count() > 0)

    def _show_whether_any(self, *, has_notes: bool) -> None:
        """Without notes there is nothing to make a file of, and the board says what to do."""
        self._nothing.setVisible(not has_notes)
        for button in self._buttons.values():
            button.setEnabled(has_notes)

    def on_export_started(self) -> None:
        """The making of what was wanted has begun."""
        self._set_busy(is_busy=True)
        self._outcome.begin(self._wanted.busy)

    def on_export_finished(self, path: str | Path, changes: Sequence[str]) -> None:
        """The file is whole; `changes` are the sentences about what had to be fitted."""
        self._set_busy(is_busy=False)
        self._outcome.finish(Path(path), changes)

    def on_export_failed(self, sentence: str) -> None:
        """The file could not be made, and why."""
        self._set_busy(is_busy=False)
        self._outcome.fail(sentence)

    def on_export_cancelled(self) -> None:
        """The making was cancelled."""
        self._set_busy(is_busy=False)
        self._outcome.cancel()

    def _make_buttons(self, icons: Icons) -> QWidget:
        room = QWidget()
        column = QVBoxLayout(room)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        for output in OUTPUTS:
            is_first = output is REPORT
            icon = icons.icon(output.icon, "on_accent" if is_first else "ink")
            button = push_button(output.button, icon, is_primary=is_first)
            button.clicked.connect(partial(self._on_wanted, output))
            self._buttons[output.kind] = button
            column.addWidget(button)
        return room

    def _fill_inside(self, parts: Sequence[tuple[str, str]]) -> None:
        clear(self._inside.rows)
        for name, figure in parts:
            row = figure_row(name, figure or "–", "" if figure else "quiet")
            row.setAccessibleName(f"{name}: {figure or 'nothing yet'}")
            self._inside.rows.addWidget(row)

    def _fill_missing(self, words: Sequence[str], *, has_gaps: bool) -> None:
        clear(self._missing.rows)
        for sentence in words:
            self._missing.rows.addWidget(label(sentence, "warn", wraps=True))
        if not words and not has_gaps:
            self._missing.rows.addWidget(label("Nothing is missing.", "good"))

    def _show_settings(self) -> None:
        self._form.show_values({"paper": self._paper, "names": self._with_names})

    def _set_busy(self, *, is_busy: bool) -> None:
        for button in self._buttons.values():
            button.setEnabled(not is_busy)

    def _on_set(self, name: str, value: object) -> None:
        if name == "paper":
            self._paper = str(value)
        else:
            self._with_names = bool(value)

    def _on_wanted(self, output: Output) -> None:
        title = self._editing.workshop.about.title
        suggested = suggested_path(output, self._file(), title, self._folder)
        path = self._ask(self._buttons[output.kind].window(), output, suggested)
        if path:
            self._folder = Path(path).parent
            self._wanted = output
            self.export_wanted.emit(output.kind, path, self._paper, self._with_names)


def _settings() -> Form:
    form = Form()
    form.add("paper", "Paper of the PDF", ChoiceField(PAPERS))
    form.add("names", "", CheckField("With people’s names"))
    return form
