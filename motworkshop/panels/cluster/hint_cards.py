"""Hints in the panel: two notes that look alike, and what the group says to it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QRadioButton, QVBoxLayout, QWidget

from motworkshop.document.editing import Editing
from motworkshop.model.edits.clusters import merge_notes
from motworkshop.model.leading import likely_lead, moments_among
from motworkshop.model.lookalikes import LookAlike
from motworkshop.model.records import Id, MomentOfTruth, Note, Round
from motworkshop.model.voting import counted
from motworkshop.model.workshop import Workshop
from motworkshop.panels.cluster.hints import Hints
from motworkshop.panels.controls.buttons import push_button
from motworkshop.panels.controls.labels import label, set_state
from motworkshop.panels.controls.refreshing import Soon
from motworkshop.panels.controls.rows import LinkRow, clear
from motworkshop.panels.icons import Icons
from motworkshop.panels.vote.words import listed
from motworkshop.values import dataclass

SHOWN = 3
"""How many hints stand in the panel at a time; more would be skimmed."""
SURE = 0.55
"""Two notes at least so alike most likely say the same: then to merge them is the thing to do next.
Of those below, somebody who knows both moments has to say it."""
DEGREES = ((0.8, "Nearly word for word"), (SURE, "Very much alike"), (0.0, "Somewhat alike"))


def likeness_in_words(likeness: float) -> str:
    """How alike two texts are, as people say it."""
    return next(words for least, words in DEGREES if likeness >= least)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two notes by number, how alike they are, which leads, and what merging would mean."""

    likeness: float
    both: tuple[Note, Note]
    lead: Id
    told: str

    @classmethod
    def of(cls, workshop: Workshop, found: LookAlike) -> "Pair":
        """What is known of two notes that look alike."""
        notes = workshop.notes
        one, other = sorted((notes[found.one], notes[found.other]), key=lambda note: note.number)
        lead = likely_lead(workshop, (one, other))
        moments = [str(note.number) for note in moments_among(workshop, (one, other))]
        return cls(found.likeness, (one, other), lead.id, moment_words(moments))


def moment_words(numbers: Sequence[str]) -> str:
    """What it means to merge notes of which these are moments of truth; "" if none is."""
    if not numbers:
        return ""
    if len(numbers) == 1:
        return f"Note {numbers[0]} is a moment of truth; merging adds up the dots."
    return f"Notes {listed(numbers)} are moments of truth; merging adds up the dots."


class HintCards(QWidget):
    """The next few hints. Signal: `notes_chosen(ids)` to look at both on the board."""

    notes_chosen = Signal(object)

    def __init__(self, editing: Editing, hints: Hints, icons: Icons) -> None:
        super().__init__()
        self._editing = editing
        self._hints = hints
        self._icons = icons
        self._shown: list[object] | None = None
        self._is_next = True
        self._found: list[HintCard] = []
        self._told = label("", "quiet", wraps=True)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(8)
        self._back: QPushButton = push_button("")
        self._back.setProperty("kind", "link")
        self._back.clicked.connect(hints.bring_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._told)
        column.addLayout(self._cards)
        column.addWidget(self._back)
        hints.changed.connect(self.refresh)
        Soon(self, editing.document, (Round, MomentOfTruth), self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the hints that hold now."""
        pairs = self._hints.pairs()
        self._told.setText(self._words(len(pairs)))
        aside = self._hints.set_aside_count
        self._back.setText(f"Bring back {counted(aside, 'pair')} set aside")
        self._back.setVisible(aside > 0)
        first = pairs[:SHOWN]
        known = [Pair.of(self._editing.workshop, pair) for pair in first]
        shown: list[object] = [
            ([(note.id, note.text) for note in pair.both], pair.lead, pair.told) for pair in known
        ]
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._cards)
        self._found = [self._card(*both) for both in zip(known, first, strict=True)]
        for card in self._found:
            self._cards.addWidget(card)
        self._mark()

    def set_next(self, *, is_next: bool) -> None:
        """Whether to decide on the first pair is the thing to do next."""
        self._is_next = is_next
        self._mark()

    def _mark(self) -> None:
        for place, card in enumerate(self._found):
            card.set_next(is_next=self._is_next and place == 0)

    def _words(self, number: int) -> str:
        if number:
            more = f"; the first {SHOWN} are here" if number > SHOWN else ""
            return f"{counted(number, 'pair')} may say the same{more}."
        if self._hints.is_searching:
            return "Looking for notes that say the same…"
        return "No two notes look alike."

    def _card(self, pair: Pair, found: LookAlike) -> "HintCard":
        card = HintCard(pair, self._icons)
        card.merged.connect(partial(self._editing.do, merge_notes))
        card.parted.connect(partial(self._hints.set_aside, found))
        card.chosen.connect(partial(self.notes_chosen.emit, [note.id for note in pair.both]))
        return card


class HintCard(QFrame):
    """Two notes, which of them leads, and yes or no.

    Signals: `merged(lead, others)`; `parted` when they are not the same; `chosen` to look
    at them on the board. A click on a text says that this note leads.
    """

    merged = Signal(str, object)
    parted = Signal()
    chosen = Signal()

    def __init__(self, pair: Pair, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("banner")
        self._is_sure = pair.likeness >= SURE
        self._leads: dict[Id, QRadioButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(4)
        column.addWidget(
            label(f"{likeness_in_words(pair.likeness)}. Which one leads?", "caption", wraps=True)
        )
        for note in pair.both:
            column.addWidget(self._row(note))
        self._leads[pair.lead].setChecked(True)
        if pair.told:
            column.addWidget(label(pair.told, wraps=True))
        numbers = " and ".join(str(note.number) for note in pair.both)
        self._icons = icons
        self._merge = merge = push_button("Merge", icons.icon("merge"))
        merge.setAccessibleName(f"Merge notes {numbers}")
        merge.clicked.connect(self._on_merge)
        apart = push_button("Not the same")
        apart.setAccessibleName(f"Notes {numbers} are not the same")
        apart.clicked.connect(self.parted)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 4, 0, 0)
        buttons.setSpacing(8)
        buttons.addWidget(merge, 1)
        buttons.addWidget(apart, 1)
        column.addLayout(buttons)
        show = push_button("Show on the board")
        show.setProperty("kind", "link")
        show.setAccessibleName(f"Show notes {numbers} on the board")
        show.clicked.connect(self.chosen)
        column.addWidget(show, 0, Qt.AlignmentFlag.AlignLeft)

    def set_next(self, *, is_next: bool) -> None:
        """Whether this is the pair to decide on now."""
        is_next = is_next and self._is_sure
        set_state(self._merge, "kind", "primary" if is_next else "plain")
        self._merge.setIcon(self._icons.icon("merge", "on_accent" if is_next else "ink"))

    def _row(self, note: Note) -> QWidget:
        leads = QRadioButton()
        leads.setAccessibleName(f"Note {note.number} leads: {note.text}")
        leads.setToolTip(f"Note {note.number} leads; votes go to it")
        self._leads[note.id] = leads
        words = LinkRow(f"{note.number}  {note.text}")
        words.setToolTip(f"Let note {note.number} lead")
        words.chosen.connect(partial(self._on_lead, note.id))
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(leads)
        line.addWidget(words, 1)
        leads.setAutoExclusive(False)  # the two stand in rows of their own
        leads.clicked.connect(partial(self._on_lead, note.id))
        return row

    def _on_lead(self, lead: Id) -> None:
        for note, button in self._leads.items():
            button.setChecked(note == lead)

    def _on_merge(self) -> None:
        lead = next(note for note, button in self._leads.items() if button.isChecked())
        self.merged.emit(lead, [note for note in self._leads if note != lead])
