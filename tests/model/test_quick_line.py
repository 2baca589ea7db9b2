import pytest

from motworkshop.model.quick_line import QuickLine, read_line
from motworkshop.model.records import About, Stage
from motworkshop.model.workshop import Workshop

WORKSHOP = Workshop(
    [
        About("about", "Test"),
        Stage("s1", "Book", position=1),
        Stage("s2", "Board", position=2),
        Stage("s3", "On board", position=3),
    ]
)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("The price jumps", QuickLine("The price jumps")),
        ("Book> The price jumps", QuickLine("The price jumps", "s1")),
        ("  on BOARD >  Smiles ", QuickLine("Smiles", "s3")),
        ("on> Smiles", QuickLine("Smiles", "s3")),
        ("2> Queues", QuickLine("Queues", "s2")),
        ("bo> two stages begin so", QuickLine("bo> two stages begin so")),
        ("9> no such stage", QuickLine("9> no such stage")),
        ("waits > 40 minutes", QuickLine("waits > 40 minutes")),
        ("> nothing", QuickLine("> nothing")),
        ("Book>", QuickLine("", "s1")),
        ("Book> a > b", QuickLine("a > b", "s1")),
    ],
)
def test_a_stage_before_the_sign_is_understood(line: str, expected: QuickLine) -> None:
    assert read_line(WORKSHOP, line) == expected
