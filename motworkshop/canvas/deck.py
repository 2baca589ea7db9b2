"""All cards of the board with the plan they lie on, kept in step with the document."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from motworkshop.canvas.card import Card, Cell, card_of
from motworkshop.canvas.dots import dots_of, standings_of
from motworkshop.canvas.grid import Grid
from motworkshop.canvas.plan import Extent, Plan, plan_of
from motworkshop.model.change import Change
from motworkshop.model.layout import NOTE_WIDTH
from motworkshop.model.records import (
    RECORDED,
    Category,
    Cluster,
    Id,
    Lane,
    MomentOfTruth,
    Note,
    Participant,
    Record,
    Stage,
)
from motworkshop.model.workshop import Workshop, cluster_led_by, lead_of

Bounds = tuple[float, float, float, float]


@dataclass
class Damage:
    """What has to be painted again: rectangles on the board, or all of it; and the headers."""

    areas: list[Bounds] = field(default_factory=list)
    is_whole: bool = False
    has_headers: bool = False


class Deck:
    """The cards by note, by cell and by place. Holds no facts: made from a workshop at any time.

    `cards` are those that can be seen; `folded` those that lie in collapsed stages.
    """

    def __init__(self, workshop: Workshop) -> None:
        self.cards: dict[Id, Card] = {}
        self.folded: dict[Id, Card] = {}
        self.grid = Grid()
        self.cells: dict[Cell, set[Id]] = {}
        self._extents: dict[Cell, Extent] = {}
        self._has_dots = False
        self._dots: Mapping[Id, tuple[str, ...]] = {}
        self._standings: Mapping[Id, str] = {}
        self._workshop = workshop
        self.plan: Plan = plan_of(workshop, {})
        self._make_all()

    def show_dots(self, shown: bool) -> Damage:
        """Put the dots of the deciding round on the notes, or take them off."""
        self._has_dots = shown
        return self._deal_dots()

    def in_cell(self, cell: Cell) -> list[Card]:
        """All cards that lie in a cell, seen or not."""
        return [self.cards.get(note) or self.folded[note] for note in self.cells.get(cell, ())]

    def apply(self, workshop: Workshop, change: Change) -> Damage:
        """Follow a change of the document; only what it names is made again."""
        self._workshop = workshop
        damage = Damage()
        kinds = {type(old if old is not None else new) for old, new in change}
        touched = _touched_notes(change)
        turned = _turned_stages(change)
        if turned:
            touched.update(note.id for note in workshop.notes.values() if note.stage in turned)
        if Category in kinds:
            styles = {pair.id for pairs in change for pair in pairs if isinstance(pair, Category)}
            notes = workshop.notes.values()
            touched.update(note.id for note in notes if note.category in styles)
        cells = {cell for note in touched for cell in self._replace_card(note, damage)}
        if cells or kinds & {Stage, Lane}:
            self._measure(cells)
            self._lay_plan(damage, touched)
        if self._has_dots and kinds & _COUNTING:
            damage.areas += self._deal_dots().areas
        return damage

    def content(self) -> Bounds:
        """Left, top, right, bottom of all columns down to the last note."""
        plan = self.plan
        deepest = max((extent.bottom for extent in self._extents.values()), default=0.0)
        bottom = plan.bottom if plan.has_lanes else max(plan.rows[0].bottom, deepest, 0.0)
        return (plan.left, 0.0, max(plan.right, 1.0), bottom)

    def _make_all(self) -> None:
        styles = {key: one.style for key, one in self._workshop.of(Category).items()}
        leads = self._workshop.remember(lead_of)
        led = self._workshop.remember(cluster_led_by)
        for note in self._workshop.notes.values():
            if note.id not in leads:
                stacked = len(led[note.id].members) if note.id in led else 0
                style = styles.get(note.category, 0) if note.category else 0
                self._keep(card_of(note, style, stacked))
        self._measure(self.cells)
        self.plan = plan_of(self._workshop, self._extents)
        for card in self.cards.values():
            self._lay(card)

    def _replace_card(self, note: Id, damage: Damage) -> list[Cell]:
        """Make one card again; says in which cells it was and is."""
        old = self.cards.pop(note, None)
        if old is not None:
            damage.areas.append(old.bounds)
            self.grid.remove(old)
        else:
            old = self.folded.pop(note, None)
        if old is not None:
            self.cells[old.cell].discard(note)
        new = self._card(note)
        if new is not None:
            self._keep(new)
        return [card.cell for card in (old, new) if card is not None]

    def _card(self, note_id: Id) -> Card | None:
        note = self._workshop.notes.get(note_id)
        if note is None or note_id in self._workshop.remember(lead_of):
            return None
        category = self._workshop.of(Category).get(note.category) if note.category else None
        cluster = self._workshop.remember(cluster_led_by).get(note_id)
        stacked = len(cluster.members) if cluster else 0
        card = card_of(note, category.style if category else 0, stacked)
        card.dots = self._dots.get(note_id, ())
        card.standing = self._standings.get(note_id, "")
        return card

    def _keep(self, card: Card) -> None:
        stage = self._workshop.of(Stage).get(card.cell[0] or "")
        shelf = self.folded if stage is not None and stage.is_collapsed else self.cards
        shelf[card.id] = card
        self.cells.setdefault(card.cell, set()).add(card.id)

    def _measure(self, cells: Iterable[Cell]) -> None:
        for cell in cells:
            seen = [self.cards[note] for note in self.cells.get(cell, ()) if note in self.cards]
            self._extents[cell] = Extent(
                max((card.x + NOTE_WIDTH for card in seen), default=0.0),
                max((card.y + card.height for card in seen), default=0.0),
                len(self.cells.get(cell, ())),
            )

    def _lay_plan(self, damage: Damage, touched: set[Id]) -> None:
        """Work out the plan again; lay all cards again only if a cell has moved."""
        old = self.plan
        for cell in [key for key in self._extents if not self._stands(key)]:
            del self._extents[cell]
        self.plan = plan_of(self._workshop, self._extents)
        damage.has_headers = old.columns != self.plan.columns or old.rows != self.plan.rows
        if old.corners != self.plan.corners or _edges(old) != _edges(self.plan):
            damage.is_whole = True
            self.grid = Grid()
            for card in self.cards.values():
                self._lay(card)
            return
        for card in (self.cards[note] for note in touched if note in self.cards):
            self._lay(card)
            damage.areas.append(card.bounds)

    def _stands(self, cell: Cell) -> bool:
        stage, lane = cell
        has_stage = stage is None or stage in self._workshop.of(Stage)
        return has_stage and (lane is None or lane in self._workshop.of(Lane))

    def _lay(self, card: Card) -> None:
        left, top = self.plan.corner(card.cell)
        card.left, card.top = left + card.x, top + card.y
        self.grid.add(card)

    def _deal_dots(self) -> Damage:
        damage = Damage()
        dots = dots_of(self._workshop) if self._has_dots else {}
        standings = standings_of(self._workshop) if self._has_dots else {}
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


def _turned_stages(change: Change) -> set[Id]:
    """The stages that a change collapses or expands."""
    return {
        new.id
        for old, new in change
        if isinstance(old, Stage) and isinstance(new, Stage)
        if old.is_collapsed != new.is_collapsed
    }


def _edges(plan: Plan) -> tuple[object, ...]:
    """What the bands behind the notes are drawn from."""
    columns = tuple((column.left, column.right) for column in plan.columns)
    return (columns, plan.rows if plan.has_lanes else ())
