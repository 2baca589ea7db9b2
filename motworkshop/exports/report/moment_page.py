"""The page of one moment of truth: who answers for it, how it is measured, what is missing."""

from motworkshop.exports.report.book import Book, picture_words, place_of_moment
from motworkshop.exports.report.boxes import callout, figures
from motworkshop.exports.report.look import BIG_NAME, CHAPTER, LABEL, NOBODY, OVERLINE, SECTION
from motworkshop.exports.report.moment_tables import draw_actions, draw_evidence, draw_metrics
from motworkshop.exports.report.people_row import draw_people
from motworkshop.exports.report.words import figure, in_words, listed, sentence, signed
from motworkshop.exports.typeset.flow import Flow
from motworkshop.exports.typeset.marks import category_mark
from motworkshop.exports.typeset.palette import INK_2
from motworkshop.exports.typeset.styles import BODY, HEADING, LEAD, SMALL, STRONG, TextStyle, Weight
from motworkshop.model.arithmetic import gap
from motworkshop.model.moments import Moment, lacks
from motworkshop.model.records import Lane, MomentOfTruth, Promise
from motworkshop.model.tally import DecidedBy

_PICTURE_PART, _PICTURE_HEIGHT = 0.6, 170.0
"""How much room a picture takes: a part of the width, and points."""
_QUOTE = TextStyle(11, 16, Weight.ITALIC)


def draw_moments(book: Book) -> None:
    """A page for each moment, most dots first."""
    for place, moment in enumerate(book.facts.moments):
        flow = book.plain_page()
        if place == 0:
            book.document.begin_chapter(flow.sheet, flow.y, "The moments of truth, one by one")
        _draw_moment(book, flow, moment, place + 1)


def _draw_moment(book: Book, flow: Flow, moment: Moment, place: int) -> None:
    note = moment.note
    flow.sheet.place(place_of_moment(note.id), max(0, flow.y - 12))
    book.document.begin_chapter(flow.sheet, flow.y, f"{note.number}  {note.text[:120]}", 1)
    flow.paragraph(f"Moment of truth {place} of {len(book.facts.moments)}", OVERLINE)
    flow.space(2)
    title = f"{note.number}  {note.text}"
    flow.paragraph(title, _heading(flow, title))
    flow.space(4)
    _draw_where(book, flow, moment)
    if note.details:
        flow.paragraph(note.details, LEAD)
        flow.space(8)
    _draw_picture(book, flow, moment)
    figures(flow, _figures(moment), columns=5)
    _draw_missing(flow, moment)
    _draw_accountable(book, flow, moment.card)
    _draw_wish(book, flow, moment.card)
    draw_metrics(flow, moment)
    draw_actions(book, flow, moment)
    draw_evidence(book, flow, moment)
    _draw_cluster(book, flow, moment)
    _draw_decision(flow, moment)


def _heading(flow: Flow, text: str) -> TextStyle:
    """The largest type that suits the length: one line, two, or a long text."""
    if flow.fonts.width(text, CHAPTER) <= flow.width:
        return CHAPTER
    if len(text) <= 140:
        return HEADING
    return SECTION if len(text) <= 500 else BODY


def _draw_where(book: Book, flow: Flow, moment: Moment) -> None:
    note = moment.note
    lane = book.facts.workshop.of(Lane).get(note.lane or "")
    category_mark(flow.sheet, book.style(note.category), flow.left, flow.y + 2, 11)
    parts = [
        book.facts.category_name(note.category) or "No category",
        book.facts.stage_name(note.stage) or "No stage",
        lane.name if lane else "",
        note.channel,
        note.department and f"delivered by {note.department}",
    ]
    said = "  ·  ".join(part for part in parts if part)
    flow.paragraph(said, BODY.coloured(INK_2), indent=18)
    flow.space(8)


def _draw_picture(book: Book, flow: Flow, moment: Moment) -> None:
    """The picture of the note, or of the first one under it that has any."""
    notes = [moment.note, *book.members.get(moment.note.id, [])]
    shown = next(((note, photo) for note in notes if (photo := book.photo(note))), None)
    if shown is None:
        return
    note, photo = shown
    width, height = photo.fitted(flow.width * _PICTURE_PART, _PICTURE_HEIGHT)
    flow.need(height + 12)
    flow.sheet.photo(flow.left, flow.y, (width, height), photo, picture_words(note))
    flow.y += height
    flow.space(12)


def _figures(moment: Moment) -> list[tuple[str, str]]:
    note, line = moment.note, moment.line
    dots = f"dot{'' if line.dots == 1 else 's'}, rank {line.rank}"
    breadth = ("?", "people: unknown, counted on paper")
    if line.breadth is not None:
        breadth = (str(line.breadth), f"{'person' if line.breadth == 1 else 'people'} gave dots")
    pairs = [(f"{line.dots:,}", dots), breadth]
    if note.importance is not None:
        pairs.append((str(note.importance), "importance, 1 to 5"))
    if note.expectation is not None and note.experience is not None:
        said = f"expected {note.expectation}, experienced {note.experience}"
        pairs.append((figure(gap(note)), f"gap: {said}"))
    else:
        scores = (("expected", note.expectation), ("experienced", note.experience))
        pairs += [(str(value), f"{name}, 1 to 5") for name, value in scores if value is not None]
    if note.emotion is not None:
        pairs.append((signed(note.emotion).removesuffix(".0"), "emotion, −2 to +2"))
    return pairs


def _draw_missing(flow: Flow, moment: Moment) -> None:
    missing = [str(lack) for lack in lacks(moment)]
    if missing:
        callout(flow, f"Still missing: {listed(missing)}", is_warning=True)
        flow.space(4)


def _draw_accountable(book: Book, flow: Flow, card: MomentOfTruth | None) -> None:
    name = book.facts.names.shown(card.accountable) if card else ""
    flow.need(LABEL.leading + BIG_NAME.leading + 60)
    flow.paragraph("Accountable", LABEL)
    flow.paragraph(name or "Nobody yet", BIG_NAME if name else NOBODY)
    flow.space(6)
    if card:
        draw_people(book, flow, card)


def _draw_wish(book: Book, flow: Flow, card: MomentOfTruth | None) -> None:
    if card is None:
        return
    promise = book.facts.workshop.of(Promise).get(card.promise or "")
    if promise:
        _labelled(flow, "Promise that it serves", f"“{promise.text}”", _QUOTE)
    if card.ideal_experience:
        _labelled(flow, "Ideal experience", card.ideal_experience, BODY)
    if card.freedom:
        _labelled(flow, "What the front line may do without asking", card.freedom, BODY)


def _labelled(flow: Flow, label: str, text: str, style: TextStyle) -> None:
    flow.paragraph(label, LABEL, keep=2 * style.leading)
    flow.space(1)
    flow.paragraph(text, style)
    flow.space(7)


def _draw_cluster(book: Book, flow: Flow, moment: Moment) -> None:
    members = book.members.get(moment.note.id, [])
    if not members:
        return
    said = f"The group put {in_words(len(members))} more under it"
    flow.space(6)
    flow.paragraph(said, STRONG, keep=20)
    for member in members:
        flow.paragraph(f"{member.number}  {member.text}", SMALL)


def _draw_decision(flow: Flow, moment: Moment) -> None:
    if moment.line.decided is DecidedBy.RUN_OFF:
        flow.space(10)
        flow.paragraph("It was tied at the cut and got in by a run-off.", SMALL)
    if moment.line.decided is DecidedBy.DECISION:
        flow.space(10)
        reason = moment.card.reason if moment.card else ""
        told = f" Reason: {sentence(reason)}" if reason.strip() else ""
        flow.paragraph(f"It was tied at the cut, and the group decided that it is in.{told}", SMALL)
