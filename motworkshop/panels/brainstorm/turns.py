"""Whose turn it is in the round robin, and the notes they read out."""

from collections import Counter
from operator import attrgetter

from PySide6.QtCore import QObject, Signal

from motworkshop.document.editing import Editing
from motworkshop.model.change import Change
from motworkshop.model.edits.notes import Draft, add_note
from motworkshop.model.note_counts import counts_by
from motworkshop.model.quick_line import read_line
from motworkshop.model.records import Id, Note, Participant, Person, Record, Stage, new_id
from motworkshop.model.turn_order import TurnOrder
from motworkshop.model.voting import department_of, person_key
from motworkshop.model.workshop import Workshop

notes_by_author = counts_by(attrgetter("author"), has_members=True)


def notes_per_person(workshop: Workshop) -> Counter[str]:
    """How many notes each person has written, by the key of the name."""
    found: Counter[str] = Counter()
    for author, number in workshop.remember(notes_by_author).items():
        if author:
            found[person_key(workshop, author)] += number
    return found


def _is_taken_in(old: Record | None, new: Record | None) -> bool:
    """Whether a note came, went, or got another author: nothing else matters to the round."""
    if isinstance(old, Note) and isinstance(new, Note):
        return old.author != new.author
    return isinstance(old or new, Note)


class Turns(QObject):
    """The round robin of one sitting; it is not kept in the file.

    Signals: `changed` when the turn, who is there or the stage to write for is another;
    `noted(id)` after a note was taken in.
    """

    changed = Signal()
    noted = Signal(str)

    def __init__(self, editing: Editing, parent: QObject) -> None:
        super().__init__(parent)
        self._editing = editing
        self.stage: Id | None = self._usual_stage()
        self.order = TurnOrder.begin(self._roster())
        self.has_noted = False
        self._quiet = 0
        self._had_stages = bool(self.workshop.of(Stage))
        editing.document.changed.connect(self._on_changed)

    @property
    def workshop(self) -> Workshop:
        """The workshop as it is now."""
        return self._editing.workshop

    @property
    def person(self) -> Person:
        """Who reads out now; "" is nobody."""
        return self.order.current or ""

    @property
    def is_over(self) -> bool:
        """Whether nobody has any left: everybody had a turn since the last note was taken in."""
        return self._quiet >= max(1, len(self.order.present))

    def go_on(self) -> None:
        """The next person."""
        self._quiet += not self.has_noted
        self._turn_to(self.order.after_next())

    def skip(self) -> None:
        """The next person; this one comes again at the end of the lap."""
        self._turn_to(self.order.after_skip())

    def go_back(self) -> None:
        """The person before."""
        self._turn_to(self.order.before())

    def give_to(self, person: Id) -> None:
        """This person, out of order."""
        self._turn_to(self.order.given_to(person))

    def leave(self, person: Id) -> None:
        """Somebody is not in the room."""
        self._turn_to(self.order.without(person))

    def come_back(self, person: Id) -> None:
        """Somebody is in the room again."""
        self._turn_to(self.order.with_back(person))

    def write_for(self, stage: Id | None) -> None:
        """The stage for notes whose line names none; None is the parking lot."""
        if stage != self.stage:
            self.stage = stage
            self.changed.emit()

    def take_in(self, line: str) -> bool:
        """Make a note of a line, by whoever has the turn; whether one was made."""
        read = read_line(self.workshop, line)
        author = read.author or self.person
        fields = {
            "stage": read.stage or self.stage,
            "category": read.category,
            "department": department_of(self.workshop, author) if author else "",
        }
        draft = Draft(read.text, author, fields, new_id())
        self._editing.do(add_note, draft)
        is_made = draft.id in self.workshop.notes
        if is_made:
            self.has_noted = True
            self._quiet = 0
            self.noted.emit(draft.id)
        return is_made

    def _turn_to(self, order: TurnOrder) -> None:
        if order != self.order:
            self.has_noted = False
            self.order = order
            self.changed.emit()

    def _usual_stage(self) -> Id | None:
        """Where the newest note is, else the first stage; the parking lot only if it is asked for,
        or there is no stage: notes that are read out must not slip out of sight."""
        stages = self.workshop.of(Stage)
        placed = [note for note in self.workshop.notes.values() if note.stage in stages]
        if placed:
            return max(placed, key=lambda note: note.number).stage
        return next((stage.id for stage in self.workshop.ordered(Stage)), None)

    def _roster(self) -> list[Id]:
        return [person.id for person in self.workshop.ordered(Participant)]

    def _on_changed(self, change: Change) -> None:
        kinds = change.kinds
        stages = self.workshop.of(Stage)
        is_gone = self.stage is not None and self.stage not in stages
        if is_gone or bool(stages) > self._had_stages:
            self.stage = self._usual_stage()
        self._had_stages = bool(stages)
        if Participant in kinds:
            self.order = self.order.on_roster(self._roster())
        if kinds & {Participant, Stage} or any(_is_taken_in(old, new) for old, new in change):
            self.changed.emit()
