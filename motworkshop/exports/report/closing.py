"""What the report does not show, and why: one sentence each, never an empty chart."""

from motworkshop.exports.report.book import Book
from motworkshop.exports.typeset.styles import BODY


def draw_absent(book: Book) -> None:
    """Nothing where nothing is missing."""
    if not book.absent:
        return
    flow = book.chapter("What this report does not show", needs=120)
    for said in dict.fromkeys(book.absent):
        flow.paragraph(f"–  {said}", BODY)
        flow.space(4)
