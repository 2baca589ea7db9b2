"""Any sequence of edits, undo, redo, save, close and open: model, file and board agree."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.errors import Flaky
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from typing_extensions import override

from motworkshop.canvas.deck import Deck
from motworkshop.document.document import Document
from motworkshop.errors import WorkshopError
from motworkshop.imports.sample import sample_workshop
from motworkshop.imports.template import workshop_from_template
from motworkshop.model.change import Change
from motworkshop.model.workshop import StaleChangeError, Workshop
from motworkshop.storage.create import create_workshop
from motworkshop.storage.read import read_workshop
from motworkshop.storage.store import Store
from tests.model.edits.calls import CALLS, Chooser
from tests.torture.seen import Seen

MEMORY = Path("/dev/shm")  # waits for no disk; power cuts are tried elsewhere


class Sitting(RuleBasedStateMachine):
    """One document, its file and its board, and somebody who does one thing after another."""

    steps = 0
    saved = 0
    forgets = False
    """The control: a board that is not told of every third change."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None)
        self._file = Path(self._folder.name) / "steps.motw"
        self._changes = 0
        self._document: Document
        self._store: Store
        self._deck: Deck

    @initialize(is_sample=st.booleans())
    def create(self, is_sample: bool) -> None:
        made = sample_workshop() if is_sample else workshop_from_template("airline", "Steps")
        create_workshop(self._file, made)
        self._open()

    def _open(self) -> None:
        self._store = Store.open(self._file)
        self._document = Document(self._store.workshop)
        self._document.remember(self._store.steps)
        self._deck = Deck(self._document.workshop)
        self._document.changed.connect(self._on_changed)

    def _on_changed(self, change: Change) -> None:
        self._store.save(change, self._document.steps)
        type(self).saved += 1
        self._changes += 1
        if not (self.forgets and self._changes % 3 == 0):
            self._deck.apply(self._document.workshop, change)

    @rule(name=st.sampled_from(sorted(CALLS)), chosen=st.lists(st.integers(0, 999), max_size=12))
    def edit(self, name: str, chosen: list[int]) -> None:
        rest = iter(chosen)
        chooser = Chooser(self._document.workshop, lambda below: next(rest, 0) % below)
        self._attempt(lambda: self._document.do(CALLS[name](chooser)))

    @rule()
    def undo(self) -> None:
        self._attempt(self._document.undo)

    @rule()
    def redo(self) -> None:
        self._attempt(self._document.redo)

    @rule(part=st.floats(0, 1))
    def step_to(self, part: float) -> None:
        count = len(self._document.done) + len(self._document.undone)
        self._attempt(lambda: self._document.step_to(round(part * count)))

    @rule()
    def close_and_open(self) -> None:
        before = self._document.workshop, self._document.done, self._document.undone
        self._store.close()
        assert read_workshop(self._file) == before[0], "the file is not what was closed"
        self._open()
        now = self._document.workshop, self._document.done, self._document.undone
        assert now == before, "what was opened is not what was closed"

    def _attempt(self, action: Callable[[], None]) -> None:
        """A refusal is an answer; everything else is a fault."""
        before = self._document.workshop
        try:
            action()
        except (WorkshopError, StaleChangeError):
            if not self._document.undone:
                assert isinstance(before, Workshop)

    @precondition(lambda self: hasattr(self, "_store"))
    @invariant()
    def all_agree(self) -> None:
        type(self).steps += 1
        assert self._store.workshop == self._document.workshop, "the file lags behind"
        anew = Deck(self._document.workshop)
        assert _laid_out(self._deck) == _laid_out(anew), "the board is not what the model says"

    @override
    def teardown(self) -> None:
        if hasattr(self, "_store"):
            self._store.close()
            assert read_workshop(self._file) == self._document.workshop
        self._folder.cleanup()


def _laid_out(deck: Deck) -> object:
    """All that the board shows of a deck."""
    plan = deck.plan
    return deck.cards, deck.folded, plan.columns, plan.rows, plan.corners, deck.content()


def walk(steps: int, per_sitting: int = 50, *, shrinks: bool = True) -> Seen:
    """So many steps and a few more, in sittings; the shortest sequence that fails is in the fault."""

    class Counted(Sitting):
        pass

    seen = Seen()
    while Counted.steps < steps and not seen.faults:  # hypothesis ends some sittings early
        _sit(Counted, (steps - Counted.steps) // per_sitting + 1, per_sitting, seen, shrinks)
    seen.tries = Counted.steps
    seen.told = f"{Counted.saved:,} of them were saved"
    return seen


def _sit(kind: type[Sitting], sittings: int, per_sitting: int, seen: Seen, shrinks: bool) -> None:
    try:
        run_state_machine_as_test(
            kind,
            settings=settings(
                max_examples=sittings,
                stateful_step_count=per_sitting,
                deadline=None,
                phases=tuple(Phase) if shrinks else (Phase.generate,),
                database=None,
                suppress_health_check=list(HealthCheck),
            ),
        )
    except (AssertionError, Flaky) as fault:  # ids are drawn by lot, so a fault may not come again
        seen.blame(f"{fault} {' / '.join(getattr(fault, '__notes__', []))}"[:2000])
