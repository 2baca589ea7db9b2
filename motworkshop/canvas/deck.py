"""All cards of the board with the plan they lie on, kept in step with the document."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from time import perf_counter

from motworkshop.canvas.card import Card, Cell, card_of
from motworkshop.canvas.dots import dots_of, standings_of
from motworkshop.canvas.grid import Grid
from motworkshop.canvas.plan import Extent, Plan, plan_of
from motworkshop.model.change import Change
from motworkshop.model.records import (
    RECORDED,
    Category,
    Cluster,
    Id,
    Lane,
    MomentOfTruth,
    Note,
    Participant,
    Picture,
    Record,
    Stage,
)
from motworkshop.model.workshop import Workshop, cluster_led_by, lead_of

Bounds = tuple[float, float, float, float]
MANY = 1000
"""After so many changed cards at once cells are put in order anew."""


def bounds_of(cards: Collection[Card]) -> Bounds:
    """Left, top, right and bottom of what some cards cover."""
    return (
        min(card.left for card in cards),
        min(card.top for card in cards),
        max(card.right for card in cards),
        max(card.bottom for card in cards),
    )


@dataclass
class Damage:
    """What has to be painted again: rectangles on the board, or all of it; and the headers. `notes`
    are those whose cards were made again."""

    areas: list[Bounds] = field(default_factory=list)
    notes: set[Id] = field(default_factory=set)
    is_whole: bool = False
    has_headers: bool = False


class Deck:
    """The cards by note, by cell and by place. Holds no facts: made from a workshop at any time.

    A pile makes its cards when somebody looks there, all others come when one is asked for by its
    note: of a board that opens most cells are not seen.
    """

    def __init__(self, workshop: Workshop) -> None:
        self._cards: dict[Id, Card] = {}
        self._folded: dict[Id, Card] = {}
        self._has_all = False
        self.grid = Grid()
        self._extents: dict[Cell, Extent] = {}
        self._has_dots = False
        self._dots: Mapping[Id, tuple[str, ...]] = {}
        self._standings: Mapping[Id, str] = {}
        self._workshop = workshop
        self.plan: Plan = plan_of(workshop, {})
        self._content: Bounds | None = None
        self._lay_all()

    @property
    def cards(self) -> dict[Id, Card]:
        """Those that can be seen, by note."""
        self._take_all()
        return self._cards

    @property
    def folded(self) -> dict[Id, Card]:
        """Those that lie in collapsed stages or lanes."""
        self._take_all()
        return self._folded

    @property
    def has_dots(self) -> bool:
        """Whether the dots of the deciding round are shown."""
        return self._has_dots

    def show_dots(self, shown: bool) -> Damage:
        """Put the dots of the deciding round on the notes, or take them off."""
        self._has_dots = shown
        return self._deal_dots()

    def card(self, note: Id) -> Card | None:
        """The card of a note, seen or not."""
        return self.cards.get(note) or self.folded.get(note)

    def in_cell(self, cell: Cell) -> list[Card]:
        """All cards that lie in a cell, seen or not, from above."""
        pile = self.grid.piles.get(cell)
        return pile.order if pile is not None else []

    def picture(self, picture: Id) -> Picture | None:
        """The record of a picture that lies on a note."""
        return self._workshop.of(Picture).get(picture)

    def apply(self, workshop: Workshop, change: Change) -> Damage:
        """Follow a change of the document; only what it names is made again."""
        self._take_all()  # from the workshop that they were laid for
        self._workshop = workshop
        damage = Damage()
        kinds = change.kinds
        touched = _touched_notes(change)
        turned = _turned_strips(change)
        if turned:
            notes = workshop.notes.values()
            touched.update(note.id for note in notes if {note.stage, note.lane} & turned)
        if Category in kinds:
            styles = {pair.id for pairs in change for pair in pairs if isinstance(pair, Category)}
            notes = workshop.notes.values()
            touched.update(note.id for note in notes if note.category in styles)
        damage.notes = touched
        cells = self._replace_cards(touched, damage, are_turned=bool(turned))
        if self._measure(cells) or kinds & {Stage, Lane}:
            self._lay_plan(damage)
        if not damage.is_whole:
            damage.areas += [self.cards[note].bounds for note in touched if note in self.cards]
        if self._has_dots and kinds & _COUNTING:
            damage.areas += self._deal_dots().areas
        return damage

    def prepare(self, seconds: float) -> bool:
        """Put cells in order for about so long, for the hand that drags next; whether all are."""
        end = perf_counter() + seconds
        for pile in self.grid.piles.values():
            if pile.put_in_order() and perf_counter() >= end:
                return False
        self._take_all()
        return True

    def content(self) -> Bounds:
        """Left, top, right, bottom of all columns down to the last note."""
        if self._content is None:
            self._content = self._measured_content()
        return self._content

    def _measured_content(self) -> Bounds:
        plan = self.plan
        deepest = max((extent.bottom for extent in self._extents.values()), default=0.0)
        bottom = plan.bottom if plan.has_lanes else max(plan.rows[0].bottom, deepest, 0.0)
        return (plan.left, 0.0, max(plan.right, 1.0), bottom)

    def _lay_all(self) -> None:
        """Say to each pile what will lie there."""
        leads = self._workshop.remember(lead_of)
        led = self._workshop.remember(cluster_led_by)
        laid: dict[Cell, list[Note]] = {}
        for note in self._workshop.notes.values():
            if note.id not in leads:
                laid.setdefault((note.stage, note.lane), []).append(note)
        for cell, notes in laid.items():
            under = sum(len(led[note.id].members) for note in notes if note.id in led) if led else 0
            pile = self.grid.pile(cell)
            pile.is_folded = self._is_folded(cell)
            pile.fill(notes, under, partial(self._made, notes))
        self._measure(self.grid.piles)
        self._set_plan()

    def _take_all(self) -> None:
        """Have all cards made that are not yet."""
        if not self._has_all:
            self._has_all = True
            for pile in self.grid.piles.values():
                (self._folded if pile.is_folded else self._cards).update(pile.cards)

    def _set_plan(self) -> None:
        self.plan = plan_of(self._workshop, self._extents)
        self._content = None
        self._move_corners()

    def _replace_cards(self, touched: set[Id], damage: Damage, *, are_turned: bool) -> set[Cell]:
        """Make cards again; says in which cells those were and are that lie elsewhere now."""
        made, cells = self._made_again(touched), set[Cell]()
        if not are_turned:
            moved = [card for card in made if not self._has_new_look(card)]
            touched = touched - {card.id for card in made} | {card.id for card in moved}
            made = moved
        if len(touched) > MANY:
            for pile in self.grid.piles.values():
                pile.forget_order()
        for note in touched:
            old = self.cards.pop(note, None)
            if old is not None:
                damage.areas.append(old.bounds)
            else:
                old = self.folded.pop(note, None)
            if old is not None:
                self.grid.pile(old.cell).remove(old)
                cells.add(old.cell)
        for card in made:
            card.dots = self._dots.get(card.id, ())
            card.standing = self._standings.get(card.id, "")
            self._keep(card)
            cells.add(card.cell)
        return cells

    def _has_new_look(self, made: Card) -> bool:
        """Give the card that lies there already its new look; where it is to lie elsewhere it
        keeps the old one."""
        card = self.card(made.id)
        if card is None or not card.lies_like(made):
            return False
        card.look_like(made)
        return True

    def _made_again(self, notes: Iterable[Id]) -> list[Card]:
        """New cards of those notes that stand on the board by themselves."""
        records, leads = self._workshop.notes, self._workshop.remember(lead_of)
        return self._made([records[key] for key in notes if key in records and key not in leads])

    def _made(self, notes: Iterable[Note]) -> list[Card]:
        styles = {key: one.style for key, one in self._workshop.of(Category).items()}
        led = self._workshop.remember(cluster_led_by)
        return [
            card_of(
                note,
                styles.get(note.category or "", 0),
                len(led[note.id].members) if note.id in led else 0,
                self.grid.pile((note.stage, note.lane)).corner,
            )
            for note in notes
        ]

    def _keep(self, card: Card) -> None:
        pile = self.grid.pile(card.cell)
        if not pile.cards:
            pile.is_folded = self._is_folded(card.cell)
        shelf = self.folded if pile.is_folded else self.cards
        shelf[card.id] = card
        pile.add(card)

    def _is_folded(self, cell: Cell) -> bool:
        """Whether its stage or lane is collapsed; the parking lot is never."""
        stage = self._workshop.of(Stage).get(cell[0] or "")
        lane = self._workshop.of(Lane).get(cell[1] or "")
        return stage is not None and (
            stage.is_collapsed or (lane is not None and lane.is_collapsed)
        )

    def _measure(self, cells: Iterable[Cell]) -> bool:
        """Measure these cells again; whether one of them reaches elsewhere or holds more or less."""
        measured = {cell: self.grid.pile(cell).extent() for cell in cells}
        is_other = any(self._extents.get(cell) != one for cell, one in measured.items())
        self._extents.update(measured)
        return is_other

    def _lay_plan(self, damage: Damage) -> None:
        """Work out the plan again; lay all cards again only if a cell has moved."""
        old = self.plan
        for cell in [key for key in self._extents if not self._stands(key)]:
            del self._extents[cell]
        self._set_plan()
        damage.has_headers = old.columns != self.plan.columns or old.rows != self.plan.rows
        if old.corners != self.plan.corners or _edges(old) != _edges(self.plan):
            damage.is_whole = True

    def _stands(self, cell: Cell) -> bool:
        stage, lane = cell
        has_stage = stage is None or stage in self._workshop.of(Stage)
        return has_stage and (lane is None or lane in self._workshop.of(Lane))

    def _move_corners(self) -> None:
        """Every card goes with its cell."""
        for cell, pile in self.grid.piles.items():
            pile.corner.left, pile.corner.top = self.plan.corners.get(cell, (0.0, 0.0))

    def _deal_dots(self) -> Damage:
        damage = Damage()
        workshop = self._workshop
        dots = workshop.remember(dots_of) if self._has_dots else {}
        standings = workshop.remember(standings_of) if self._has_dots else {}
        if dots is self._dots and standings is self._standings:
            return damage
        for note in {*dots, *self._dots, *standings, *self._standings}:
            card = self.cards.get(note) or self.folded.get(note)
            dealt = (dots.get(note, ()), standings.get(note, ""))
            if card is not None and (card.dots, card.standing) != dealt:
                card.dots, card.standing = dealt
                if note in self.cards:
                    damage.areas.append(card.bounds)
        self._dots, self._standings = dots, standings
        return damage


_COUNTING: frozenset[type[Record]] = RECORDED | {Cluster, Participant, MomentOfTruth, Note}


def _touched_notes(change: Change) -> set[Id]:
    """The notes whose cards a change makes other: changed ones, leads and members of clusters."""
    touched: set[Id] = set()
    for pair in change:
        for record in pair:
            if isinstance(record, Note):
                touched.add(record.id)
            elif isinstance(record, Cluster):
                touched.update((record.lead, *record.members))
    return touched


def _turned_strips(change: Change) -> set[Id | None]:
    """The stages and lanes that a change collapses or expands."""
    return {
        new.id
        for old, new in change
        if isinstance(old, Stage | Lane) and isinstance(new, Stage | Lane)
        if old.is_collapsed != new.is_collapsed
    }


def _edges(plan: Plan) -> tuple[object, ...]:
    """What the bands behind the notes are drawn from."""
    columns = tuple((column.left, column.right) for column in plan.columns)
    rows = tuple((row.top, row.bottom) for row in plan.rows) if plan.has_lanes else ()
    return (columns, rows, plan.is_empty)
