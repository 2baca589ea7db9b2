"""The title page: what was looked at, where and when, and who was in the room."""

from motworkshop.exports.report.book import Book
from motworkshop.exports.report.boxes import figures
from motworkshop.exports.report.look import COVER_LINE, COVER_TITLE, KEY_FIGURE, LABEL, SECTION
from motworkshop.exports.report.words import date_in_words, listed, people, two_decimals
from motworkshop.exports.typeset.flow import Flow
from motworkshop.exports.typeset.palette import ACCENT, INK_2
from motworkshop.exports.typeset.paper import Margins
from motworkshop.exports.typeset.styles import BODY, STRONG, TextStyle, Weight
from motworkshop.exports.typeset.wrap import wrap
from motworkshop.model.records import About, JourneyKind, Participant, Promise, Side
from motworkshop.model.voting import counted

_KINDS = {
    JourneyKind.CUSTOMER: "Customer journey",
    JourneyKind.EMPLOYEE: "Employee journey",
    JourneyKind.PARTNER: "Partner journey",
    JourneyKind.BUSINESS: "Journey of the business as client of IT",
}
_ORGANISATION = TextStyle(11, 15, Weight.SEMIBOLD, ACCENT, is_kerned=True)
_MARGINS = Margins(left=64, top=76, right=64, bottom=48)


def draw_title_page(book: Book) -> None:
    """As many pages as the roster needs; one, as a rule."""
    document = book.document
    flow = Flow(lambda: document.add_page(is_bare=True), _MARGINS)
    flow.sheet.rect(0, 0, flow.sheet.width, 10, fill=ACCENT)
    about = book.facts.workshop.about
    if about.organisation:
        flow.paragraph(about.organisation, _ORGANISATION)
        flow.y += 8
    flow.paragraph(about.title, _title_style(about.title))
    flow.y += 6
    flow.paragraph("Moments of truth: the report of the workshop", COVER_LINE.coloured(INK_2))
    flow.y += 24
    _draw_journey(flow, about)
    flow.y += 8
    _draw_where(flow, book, about)
    flow.y += 16
    figures(flow, _key_figures(book), KEY_FIGURE)
    flow.space(8)
    _draw_promises(flow, book)
    _draw_people(flow, book)


def _title_style(title: str) -> TextStyle:
    if len(title) <= 80:
        return COVER_TITLE
    return TextStyle(22, 28, Weight.BOLD, is_kerned=True) if len(title) <= 300 else SECTION


def _draw_journey(flow: Flow, about: About) -> None:
    _row(flow, _KINDS[about.journey_kind], about.journey or "Not named")
    if about.segment:
        _row(flow, "Whose", about.segment)
    if about.journey_start or about.journey_end:
        _row(flow, "From", about.journey_start or "not said")
        _row(flow, "To", about.journey_end or "not said")


def _draw_where(flow: Flow, book: Book, about: About) -> None:
    held = ", ".join(filter(None, [about.place, date_in_words(about.date)]))
    if held:
        _row(flow, "Held", held)
    if about.facilitator and book.facts.names.are_shown:
        _row(flow, "Facilitator", about.facilitator)


def _row(flow: Flow, label: str, text: str) -> None:
    """A label at the left, its text beside it."""
    inset = 128.0
    lines = wrap(flow.fonts, label, STRONG.coloured(INK_2), inset - 12)
    told = wrap(flow.fonts, text, BODY, flow.width - inset)
    flow.need(max(len(lines), min(len(told), 4)) * STRONG.leading)
    sheet, top = flow.sheet, flow.y
    sheet.lines(flow.left, top, inset - 12, lines, STRONG.coloured(INK_2))
    flow.paragraph(text, BODY, indent=inset)
    if flow.sheet is sheet:
        flow.y = max(flow.y, top + len(lines) * STRONG.leading)
    flow.y += 4


def _key_figures(book: Book) -> list[tuple[str, str]]:
    facts = book.facts
    pairs = [
        (f"{len(facts.notes):,}", "touchpoints found" if len(facts.notes) != 1 else "touchpoint"),
        (f"{len(facts.stages):,}", "stages" if len(facts.stages) != 1 else "stage"),
    ]
    deciding = facts.deciding
    if deciding is None or deciding.tally is None:
        return [*pairs, ("–", "no vote closed yet")]
    if deciding.turnout is not None:
        dots = counted(deciding.tally.dots, "dot")
        pairs.append((f"{deciding.turnout:,}", f"voters, {dots}"))
    pairs.append((f"{len(facts.moments):,}", "moments of truth"))
    if deciding.kendall_w is not None:
        label = "agreement on the ranking, 0 none to 1 full"
        pairs.append((two_decimals(deciding.kendall_w), label))
    return pairs


def _draw_promises(flow: Flow, book: Book) -> None:
    promises = book.facts.workshop.ordered(Promise)
    if not promises:
        return
    flow.need(60)
    flow.paragraph("What we promise", LABEL)
    flow.y += 4
    for promise in promises:
        flow.paragraph(f"“{promise.text}”", TextStyle(11.5, 17, Weight.ITALIC))
        flow.y += 3
    flow.y += 16


def _draw_people(flow: Flow, book: Book) -> None:
    participants = book.facts.workshop.ordered(Participant)
    if not participants:
        return
    by_department: dict[str, list[Participant]] = {}
    for participant in participants:
        by_department.setdefault(participant.department, []).append(participant)
    flow.need(60)
    flow.paragraph(f"In the room: {people(len(participants))}", LABEL)
    flow.y += 4
    for department, present in by_department.items():
        names = [book.facts.names.shown(one.id) for one in present]
        told = listed(names) if book.facts.names.are_shown else people(len(present))
        _row(flow, department or "No department", told)
    _draw_missing_departments(flow, book, set(map(str.casefold, by_department)))


def _draw_missing_departments(flow: Flow, book: Book, present: set[str]) -> None:
    expected = book.facts.workshop.about.expected_departments
    missing = [one for one in expected if one.casefold() not in present]
    if missing:
        _row(flow, "Expected, but not there", listed(missing))
    sides = book.facts.workshop.ordered(Side)
    if sides:
        told = "; ".join(f"{side.name}: {listed(side.departments)}" for side in sides)
        flow.space(4)
        _row(flow, "Sides compared", told)
