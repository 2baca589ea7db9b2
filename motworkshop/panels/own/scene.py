"""The phase Own: what stands in the panel and in the middle, and which card is open."""

from collections.abc import Sequence, Set

from PySide6.QtCore import Signal

from motworkshop.document.editing import Editing
from motworkshop.document.selection import Selection
from motworkshop.look import Theme
from motworkshop.model.change import Change
from motworkshop.model.moments import Lack, Moment, moments_of
from motworkshop.model.records import Id, Note, Record
from motworkshop.model.rounds import deciding_round
from motworkshop.model.tally import tally_of
from motworkshop.model.voting import counted
from motworkshop.model.workshop import Workshop
from motworkshop.panels.controls.buttons import push_button
from motworkshop.panels.controls.labels import label
from motworkshop.panels.controls.refreshing import WhenSeen
from motworkshop.panels.controls.segments import Segments
from motworkshop.panels.controls.showing import show_part
from motworkshop.panels.icons import Icons
from motworkshop.panels.own.centre import Centre, View
from motworkshop.panels.own.gaps import first_to_fill, gap_words, next_gap
from motworkshop.panels.own.load import Load
from motworkshop.panels.own.moment_list import MomentList
from motworkshop.panels.own.promises_kept import PromisesKept
from motworkshop.panels.scene import Scene

TIPS = {
    View.CARD: "One moment of truth at a time",
    View.MATRIX: "Importance and experience, beside the vote",
    View.BOARD: "All notes",
}


class OwnScene(Scene):
    """Cards of the moments of truth, who carries them, promises not kept, and the matrix.

    Signal: `card_opened(note)` when another card stands in the middle, "" when none does.
    """

    card_opened = Signal(object)

    centre: Centre

    def __init__(self, editing: Editing, selection: Selection, icons: Icons, theme: Theme) -> None:
        super().__init__(editing, selection, is_centre_wanted=True)
        self._view = View.CARD
        self._note: Id = ""
        self._told: Id = ""
        self._moments: Sequence[Moment] = ()
        self._centre = Centre(editing, icons, theme)
        self._switch = Segments([(view, view.value) for view in View], TIPS)
        self._tied = label("", "warn", wraps=True)
        self._asked: Lack | None = None
        self._gap = push_button("", icons.icon("arrow-right", "on_accent"), is_primary=True)
        self._list = MomentList()
        self._load = Load(theme)
        self._promises = PromisesKept()
        self.centre = self._centre
        self.painted = (self._centre, self._load)
        self.contents = (
            self._switch,
            self._gap,
            self._tied,
            self._list,
            self._load,
            self._promises,
        )
        self._seen = WhenSeen(self, (self._centre, *self.contents), self.refresh)
        self._connect()
        self.refresh()

    @property
    def open_card(self) -> Id:
        """The note whose card stands in the middle; "" while there is none."""
        return self._note if self._view is View.CARD else ""

    def show_moment(self, note: Id) -> None:
        """Open the card of a note; one that is not a moment of truth is refused in words."""
        self.refresh()
        if note not in [one.note.id for one in self._moments]:
            found = self._editing.workshop.notes.get(note)
            which = f"Note {found.number}" if found else "This note"
            self._editing.refused.emit(f"{which} is not among the moments of truth.")
            return
        is_other = note != self._note
        self._open(note)
        self._show_view(View.CARD)
        if is_other:
            self._centre.begin_at_top()

    def step(self, step: int) -> None:
        """Open the card `step` places further on, as far as there are any."""
        places = [one.note.id for one in self._moments]
        if self._note in places:
            place = min(max(places.index(self._note) + step, 0), len(places) - 1)
            self.show_moment(places[place])

    def go_to_gap(self) -> None:
        """Open the card of what is missing next, with the focus where it is to be filled in."""
        gap = next_gap(self._moments, self._note, self._asked)
        if gap is None:
            return
        moment, lack = gap
        self.show_moment(moment.note.id)
        self._asked = lack
        self._centre.ask(lack)
        self._show_gap()

    def refresh(self) -> None:
        """Show everything as it is now."""
        workshop = self._editing.workshop
        self._moments = moments_of(workshop)
        notes = [one.note.id for one in self._moments]
        if self._note not in notes:
            self._note, self._asked = first_to_fill(self._moments), None
        self._centre.show_moments(workshop, self._moments, self._note, self._view)
        self._switch.show_value(self._view)
        self._list.show_moments(self._moments, self._note)
        self._show_gap()
        self._load.show_moments(workshop, self._moments)
        self._promises.show_moments(workshop, self._moments)
        self._show_words(workshop)
        if self.open_card != self._told:
            self._told = self.open_card
            self.card_opened.emit(self._told)

    def _connect(self) -> None:
        self._editing.document.changed.connect(self._on_changed)
        self._selection.changed.connect(self._on_selected)
        self._centre.stepped.connect(self.step)
        self._centre.empty.phase_wanted.connect(self.phase_wanted)
        self._centre.matrix_page.card_wanted.connect(self.show_moment)
        self._centre.matrix_page.notes_chosen.connect(self._on_notes_chosen)
        self._switch.chosen.connect(self._show_view)
        self._gap.clicked.connect(self.go_to_gap)
        self._list.chosen.connect(self.show_moment)
        self._promises.chosen.connect(self.show_moment)

    def _on_changed(self, change: Change) -> None:
        moments = {one.note.id for one in self._moments}
        if self._view is View.MATRIX or any(_concerns(moments, *pair) for pair in change):
            self._seen.want()

    def _show_words(self, workshop: Workshop) -> None:
        vote = deciding_round(workshop)
        tied = tally_of(workshop, vote).tied if vote and self._moments else []
        self._tied.setText(
            f"{counted(len(tied), 'note')} still tied at the cut (see Reveal and decide)."
        )
        show_part(self._tied, is_shown=bool(tied))
        for widget in (self._switch, self._list, self._load, self._promises):
            show_part(widget, is_shown=bool(self._moments))

    def _show_gap(self) -> None:
        gap = next_gap(self._moments, self._note, self._asked)
        show_part(self._gap, is_shown=gap is not None)
        self._gap.setText(gap_words(gap, self.open_card) if gap else "")

    def _show_view(self, view: View) -> None:
        self._view = view
        self.refresh()
        self._want_centre(is_wanted=view is not View.BOARD)

    def _open(self, note: Id) -> None:
        if note != self._note:
            self._centre.take_in()
            self._note, self._asked = note, None

    def _on_notes_chosen(self, notes: Sequence[Id]) -> None:
        self._show_view(View.BOARD)
        self.notes_chosen.emit(notes)

    def _on_selected(self) -> None:
        """A moment that is selected on the board is the one whose card comes next."""
        notes = self._selection.notes
        if len(notes) == 1 and notes[0] in [one.note.id for one in self._moments]:
            self._open(notes[0])
            self._seen.want()


def _concerns(moments: Set[Id], old: Record | None, new: Record | None) -> bool:
    """Whether it may be seen on a card or beside it; other notes than moments of truth are not."""
    is_other_note = isinstance(old, Note) and isinstance(new, Note) and new.id not in moments
    return not is_other_note
