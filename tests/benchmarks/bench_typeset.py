"""How long an appendix of 10,000 rows takes beside the least that reportlab could do.

Run by hand: `python tests/benchmarks/bench_typeset.py`. Both write the same strings in one run, so
that the ratio says more than the seconds do on another computer.
"""

import random
from io import BytesIO
from time import perf_counter

from reportlab.pdfgen.canvas import Canvas

from motworkshop.exports.typeset.document import Document, Imprint
from motworkshop.exports.typeset.furniture import RunningLines
from motworkshop.exports.typeset.palette import category_style
from motworkshop.exports.typeset.styles import FIGURES, Align
from motworkshop.exports.typeset.table import Column, MarkedCell, Table

_WORDS = (
    *("the", "queue", "at", "Zürich", "airport", "nobody", "told", "us", "why", "my", "bag"),
    *("arrived", "late", "crew", "smiled", "refund", "took", "weeks", "chat", "robot", "loops"),
    *("seat", "broken", "twice", "on", "hold", "again", "lounge", "closed", "early", "thanks"),
)
_COLUMNS = (
    Column("No", 6, Align.RIGHT, FIGURES),
    Column("Note", 46),
    Column("Stage", 14),
    Column("Category", 18),
    Column("Dots", 7, Align.RIGHT, FIGURES),
    Column("Department", 16),
)


def _rows(count: int) -> list[list[str]]:
    chance = random.Random(1)
    return [
        [
            str(number),
            " ".join(chance.choices(_WORDS, k=chance.randint(4, 24))),
            chance.choice(["Dream and plan", "Book", "Airport", "On board"]),
            chance.choice(["Rescue", "Revenue", "Respond", "Relationship"]),
            str(chance.randint(0, 60)),
            chance.choice(["Front desk", "Contact centre", "Ground handling"]),
        ]
        for number in range(1, count + 1)
    ]


def _typeset(rows: list[list[str]]) -> int:
    document = Document(Imprint("Bench"), furniture=RunningLines("Bench"))
    marks = {"Rescue": 1, "Revenue": 2, "Respond": 3, "Relationship": 4}
    cells = (
        [
            MarkedCell(text, category_style(marks[text])) if place == 3 else text
            for place, text in enumerate(row)
        ]
        for row in rows
    )
    Table(_COLUMNS).draw(document.flow(), cells)
    file = BytesIO()
    document.write(file)
    return file.tell()


def _bare(rows: list[list[str]]) -> int:
    """No wrapping, no measuring, a built-in font: thirty rows a page as they come."""
    file = BytesIO()
    canvas = Canvas(file)
    for number, row in enumerate(rows):
        for place, text in enumerate(row):
            canvas.drawString(40 + 90 * place, 800 - 25 * (number % 30), text)
        if number % 30 == 29:
            canvas.showPage()
    canvas.save()
    return file.tell()


def main() -> None:
    """Print seconds, sizes and the ratio."""
    rows = _rows(10_000)
    seconds: dict[str, float] = {}
    for name, write in (("bare drawString", _bare), ("typeset table", _typeset)) * 2:
        start = perf_counter()
        size = write(rows)
        seconds[name] = min(seconds.get(name, 1e9), perf_counter() - start)
        print(f"{name}: {seconds[name]:.2f} s, {size // 1000} kB")
    print(f"ratio {seconds['typeset table'] / seconds['bare drawString']:.2f}")


if __name__ == "__main__":
    main()
