"""The report in the making: its facts, its document, and what every chapter looks up."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from motworkshop.exports.facts import Facts
from motworkshop.exports.report.look import CHAPTER, SECTION
from motworkshop.exports.typeset.document import Document
from motworkshop.exports.typeset.flow import Flow
from motworkshop.exports.typeset.palette import NO_CATEGORY, CategoryStyle, category_style
from motworkshop.exports.typeset.paper import Paper
from motworkshop.exports.typeset.photos import Photo, photo_of
from motworkshop.exports.typeset.styles import BODY, LEAD
from motworkshop.model.moments import Moment
from motworkshop.model.records import Id, MomentOfTruth, Note, Participant, Picture
from motworkshop.model.tally import TallyLine
from motworkshop.model.voting import person_key

_KEEP = 110.0  # what must fit below a heading
_BETWEEN = 32.0  # between two chapters on one page


class Book:
    """Facts and document of one report; `absent` collects what it cannot show, in sentences."""

    def __init__(self, facts: Facts, document: Document) -> None:
        self.facts = facts
        self.document = document
        self.absent: list[str] = []
        self._last: Flow | None = None
        self._photos: dict[Id, Photo | None] = {}

    @property
    def sideways(self) -> Paper:
        """The paper turned by a quarter, for what is wide."""
        return self.document.paper.sideways

    # Chapters

    def chapter(
        self, title: str, lead: str = "", *, paper: Paper | None = None, needs: float | None = None
    ) -> Flow:
        """Begin a chapter: on a new page, or below the last one if `needs` points are left there.

        Only upright chapters share a page.
        """
        flow = self._last
        if flow is None or paper or needs is None or flow.room < needs + _BETWEEN:
            flow = self.document.flow(paper)
        else:
            flow.space(_BETWEEN)
        self._last = None if paper else flow
        self.document.begin_chapter(flow.sheet, flow.y, title)
        flow.paragraph(title, CHAPTER)
        flow.space(4)
        if lead:
            flow.paragraph(lead, LEAD)
            flow.space(12)
        return flow

    def plain_page(self) -> Flow:
        """A new page that brings its own heading."""
        self._last = self.document.flow()
        return self._last

    def section(self, flow: Flow, title: str, text: str = "", *, keep: float = _KEEP) -> None:
        """Begin a section where the flow stands, or on the next page if little room is left."""
        flow.space(20)
        flow.need(SECTION.leading + keep)
        self.document.begin_chapter(flow.sheet, flow.y, title, 1)
        flow.paragraph(title, SECTION)
        flow.space(4)
        if text:
            flow.paragraph(text, BODY)
            flow.space(8)

    # Looking up

    @cached_property
    def styles(self) -> Mapping[Id, CategoryStyle]:
        """What each category looks like."""
        return {one.id: category_style(one.style) for one in self.facts.categories}

    def style(self, category: Id | None) -> CategoryStyle:
        """What a note of this category looks like."""
        return self.styles.get(category or "", NO_CATEGORY)

    @cached_property
    def lines(self) -> Mapping[Id, TallyLine]:
        """The lines of the deciding round by note; {} before a vote."""
        deciding = self.facts.deciding
        if deciding is None or deciding.tally is None:
            return {}
        return {line.note: line for line in deciding.tally.lines}

    @cached_property
    def members(self) -> Mapping[Id, Sequence[Note]]:
        """The notes under each lead, by number."""
        found: dict[Id, list[Note]] = {}
        for note in self.facts.notes:
            if note.id in self.facts.lead_of:
                found.setdefault(self.facts.lead_of[note.id], []).append(note)
        return found

    @cached_property
    def moments(self) -> Mapping[Id, Moment]:
        """The moments of truth by note."""
        return {moment.note.id: moment for moment in self.facts.moments}

    @cached_property
    def cards(self) -> Mapping[Id, MomentOfTruth]:
        """What was written about notes, in or out, by note."""
        return {card.note: card for card in self.facts.workshop.of(MomentOfTruth).values()}

    @cached_property
    def departments(self) -> Mapping[str, str]:
        """The department of each person on the roster, by the key of the name."""
        workshop = self.facts.workshop
        return {
            person_key(workshop, one.id): one.department for one in workshop.ordered(Participant)
        }

    def photo(self, note: Note) -> Photo | None:
        """The picture that lies on a note; None for none, or one that cannot be read."""
        picture = self.facts.workshop.of(Picture).get(note.picture or "")
        if picture is None:
            return None
        if picture.id not in self._photos:
            key = f"picture{len(self._photos) + 1}"
            self._photos[picture.id] = found = photo_of(key, picture.content)
            if found is None:
                self.absent.append(f"The picture on note {note.number} could not be read.")
        return self._photos[picture.id]

    def number(self, note: Id) -> int:
        """The number of a note."""
        return self.facts.workshop.notes[note].number

    def text(self, note: Id) -> str:
        """The text of a note."""
        return self.facts.workshop.notes[note].text


def picture_words(note: Note) -> str:
    """What a picture is, for those who cannot see it."""
    return f"Picture on note {note.number}: {note.text}"


def place_of_moment(note: Id) -> str:
    """The name of the place where a moment's page begins."""
    return f"moment {note}"


def place_of_note(note: Id) -> str:
    """The name of the place of a note in the list of all notes."""
    return f"note {note}"
