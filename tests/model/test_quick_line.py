import pytest

from motworkshop.model.quick_line import QuickLine, read_line
from motworkshop.model.records import About, Category, Participant, Stage
from motworkshop.model.workshop import Workshop

WORKSHOP = Workshop(
    [
        About("about", "Test"),
        Stage("s1", "Book", position=1),
        Stage("s2", "Board", position=2),
        Stage("s3", "On board", position=3),
        Stage("s4", "Après-vol", position=4),
        Category("c1", "Rescue", 1, position=1),
        Category("c2", "Revenue", 2, position=2),
        Category("c3", "Ökologie & Zeit", 3, position=3),
        Participant("p1", "Eva Lindström", position=1),
        Participant("p2", "Dr. No", position=2),
        Participant("p3", "Émile", position=3),
        Participant("p4", "Ann", position=4),
        Participant("p5", "Ann", position=5),
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
        ("apres> Bags", QuickLine("Bags", "s4")),
        ("waits > 40 minutes", QuickLine("waits > 40 minutes")),
        ("> nothing", QuickLine("> nothing")),
        ("Book>", QuickLine("", "s1")),
        ("Book> a > b", QuickLine("a > b", "s1")),
        ('"On board"> Smiles', QuickLine("Smiles", "s3")),
        ("Smiles “on board”>", QuickLine("Smiles", "s3")),
        ('says "no"> and goes', QuickLine('says "no"> and goes')),
    ],
)
def test_a_stage_before_the_sign_is_understood(line: str, expected: QuickLine) -> None:
    assert read_line(WORKSHOP, line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Late #rescue", QuickLine("Late", None, "c1")),
        ("#RESC Late", QuickLine("Late", None, "c1")),
        ("Late #okologie", QuickLine("Late", None, "c3")),
        ("Late #zeit again", QuickLine("Late again", None, "c3")),
        ('Late #"ökologie & zeit"', QuickLine("Late", None, "c3")),
        ("Late #Ökologie & Zeit, again", QuickLine("Late, again", None, "c3")),
        ("Late #rescue, again", QuickLine("Late, again", None, "c1")),
        ("Late @eva", QuickLine("Late", author="p1")),
        ("Late @lindstrom", QuickLine("Late", author="p1")),
        ("Late @Eva Lindström said", QuickLine("Late said", author="p1")),
        ("Late @Dr. No", QuickLine("Late", author="p2")),
        ("@emile Late", QuickLine("Late", author="p3")),
        ("Late @„Eva Lindström“", QuickLine("Late", author="p1")),
    ],
)
def test_category_and_author_are_understood_anywhere(line: str, expected: QuickLine) -> None:
    assert read_line(WORKSHOP, line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "Book> Bag is lost #rescue @eva",
        "@eva #rescue Book> Bag is lost",
        "#rescue Book> Bag @eva is lost",
        'Bag is lost @eva "Book"> #rescue',
    ],
)
def test_the_order_does_not_matter(line: str) -> None:
    assert read_line(WORKSHOP, line) == QuickLine("Bag is lost", "s1", "c1", "p1")


@pytest.mark.parametrize(
    ("line", "unknown"),
    [
        ("Late #nothing", ("#nothing",)),
        ("Late #re", ("#re",)),  # Rescue or Revenue
        ("Late @ann", ("@ann",)),  # two of that name
        ("Late @somebody, twice", ("@somebody",)),
        ("bo> two stages begin so", ("bo>",)),
        ("9> no such stage", ("9>",)),
        ("#rescue #revenue", ("#revenue",)),
    ],
)
def test_what_is_not_understood_stays_in_the_text_and_is_told(
    line: str, unknown: tuple[str, ...]
) -> None:
    read = read_line(WORKSHOP, line)
    assert read.unknown == unknown
    assert all(word in read.text for word in unknown)


@pytest.mark.parametrize(
    "line",
    [
        "see #17",
        "write to eva@example.com",
        "C# is a language",
        "# alone",
        "a & b @ c",
        "mail@eva #",
        "1 < 2 > 3",
        "",
        ">",
        "#",
        '#""',
    ],
)
def test_ordinary_texts_stay_whole(line: str) -> None:
    read = read_line(WORKSHOP, line)
    assert (read.text, read.stage, read.category, read.author) == (line, None, None, "")


def test_nothing_of_a_line_is_lost_but_the_names() -> None:
    line = "Book> a  b #nobody's “quoted” text @eva (really)"
    assert read_line(WORKSHOP, line).text == "a  b #nobody's “quoted” text (really)"
