"""The chapters of the report in their order."""

from motworkshop.exports.facts import Facts
from motworkshop.exports.report.appendix import draw_all_notes, draw_time
from motworkshop.exports.report.book import Book
from motworkshop.exports.report.carrying import draw_carrying
from motworkshop.exports.report.closing import draw_absent
from motworkshop.exports.report.contents import draw_contents
from motworkshop.exports.report.curve import draw_curve
from motworkshop.exports.report.evidence_pool import draw_evidence_pool
from motworkshop.exports.report.heat import draw_heat_map
from motworkshop.exports.report.journey_map import draw_journey_map
from motworkshop.exports.report.matrix import draw_matrix
from motworkshop.exports.report.moment_page import draw_moments
from motworkshop.exports.report.proposals import draw_proposals
from motworkshop.exports.report.title_page import draw_title_page
from motworkshop.exports.report.top_ten import draw_top_ten
from motworkshop.exports.report.vote import draw_votes
from motworkshop.exports.report.words import date_in_words
from motworkshop.exports.typeset.document import Document, Imprint
from motworkshop.exports.typeset.furniture import RunningLines
from motworkshop.exports.typeset.paper import LETTER, Margins, paper_named

_LOW_MARGINS = Margins(top=58, bottom=48)
"""Letter is lower than A4: narrower margins keep what belongs together on one page."""


def report_of(facts: Facts, *, paper: str = "a4", is_invariant: bool = False) -> Document:
    """The whole report, drawn and ready to be written; `is_invariant` leaves out the clock."""
    about = facts.workshop.about
    author = about.facilitator if facts.names.are_shown else ""
    subject = "Moments of truth: the report of a workshop"
    held = "  ·  ".join(filter(None, [about.organisation, date_in_words(about.date)]))
    size = paper_named(paper)
    margins = Margins() if size.height > LETTER.height else _LOW_MARGINS
    document = Document(
        Imprint(about.title, author or about.organisation, subject),
        paper=size,
        margins=margins,
        furniture=RunningLines(about.title, held, margins),
        is_invariant=is_invariant,
    )
    book = Book(facts, document)
    draw_title_page(book)
    document.put_contents_here(draw_contents)
    for draw in (
        draw_top_ten,
        draw_journey_map,
        draw_proposals,
        draw_heat_map,
        draw_curve,
        draw_votes,
        draw_matrix,
        draw_moments,
        draw_carrying,
        draw_evidence_pool,
        draw_all_notes,
        draw_time,
        draw_absent,
    ):
        draw(book)
    return document
