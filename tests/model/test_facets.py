from motworkshop.model.change import Change
from motworkshop.model.facets import (
    UNVOTED,
    VOTED,
    WITHOUT_CATEGORY,
    Facet,
    Filter,
    choices,
    is_standing,
    name_of,
    value_of,
)
from motworkshop.model.records import (
    About,
    Ballot,
    Category,
    Cluster,
    Control,
    Note,
    Participant,
    Round,
    RoundStatus,
    Stage,
)
from motworkshop.model.workshop import Workshop

ANA = Participant("p1", "Ana", "Ground", position=1)
WORKSHOP = Workshop(
    [
        About("about", "Test"),
        Stage("fly", "Fly", position=2),
        Stage("book", "Book", position=1),
        Category("rescue", "Rescue", 1, position=1),
        Category("revenue", "Revenue", 2, position=2),
        ANA,
        Note("n1", 1, "one", stage="fly", author="p1", department="Ground"),
        Note("n2", 2, "two", stage="fly", category="rescue", author="Zoe from the desk"),
        Note("n3", 3, "three", control=Control.DIRECT, department="crew"),
        Cluster("c", "n2", ("n3",)),
    ]
)


def offered(facet: Facet, workshop: Workshop = WORKSHOP) -> list[tuple[str, int]]:
    return [(choice.name, choice.count) for choice in choices(workshop, facet)]


def voted(status: RoundStatus) -> Workshop:
    vote = Round("r", "First", notes=("n1", "n2"), budget=3, cap=None, status=status)
    ballot = Ballot("b", "r", (("n2", 2),))
    return WORKSHOP.applied(Change.between([(None, vote), (None, ballot)]))


def test_stages_and_categories_are_offered_in_their_order_with_counts() -> None:
    assert offered(Facet.STAGE) == [("Book", 0), ("Fly", 2), ("Parking lot", 1)]
    assert offered(Facet.CATEGORY) == [("Rescue", 1), ("Revenue", 0), ("Without a category", 2)]


def test_people_and_departments_are_those_of_the_notes() -> None:
    assert offered(Facet.AUTHOR) == [
        ("Ana", 1),
        ("Zoe from the desk", 1),
        ("Without a participant", 1),
    ]
    names = [name for name, _count in offered(Facet.DEPARTMENT)]
    assert names == ["crew", "Ground", "Without a department"]


def test_control_and_clusters_are_offered_in_words() -> None:
    assert offered(Facet.CONTROL) == [
        ("Direct", 1),
        ("Influence", 0),
        ("None", 0),
        ("Not said", 2),
    ]
    assert offered(Facet.CLUSTER) == [
        ("Leads a cluster", 1),
        ("Lies in a cluster", 1),
        ("In no cluster", 1),
    ]


def test_dots_can_be_asked_for_only_when_a_vote_is_closed() -> None:
    assert offered(Facet.VOTE) == []
    assert offered(Facet.VOTE, voted(RoundStatus.OPEN)) == []
    assert offered(Facet.VOTE, voted(RoundStatus.CLOSED)) == [
        ("With dots", 2),
        ("Without a dot", 1),
    ]


def test_dots_on_a_lead_lie_on_all_of_its_cluster() -> None:
    workshop = voted(RoundStatus.CLOSED)
    value = value_of(workshop, Facet.VOTE)
    assert [value(note) for note in workshop.notes.values()] == [UNVOTED, VOTED, VOTED]


def test_every_choice_counts_the_notes_that_have_its_value() -> None:
    workshop = voted(RoundStatus.CLOSED)
    for facet in Facet:
        assert sum(choice.count for choice in choices(workshop, facet)) == len(workshop.notes)


def test_a_filter_stands_as_long_as_what_it_names() -> None:
    book = Filter(Facet.STAGE, "book")
    assert is_standing(WORKSHOP, book)
    assert name_of(WORKSHOP, book) == "Book"
    stage = WORKSHOP.of(Stage)["book"]
    assert not is_standing(WORKSHOP.applied(Change.between([(stage, None)])), book)
    category = WORKSHOP.of(Category)["revenue"]
    without = WORKSHOP.applied(Change.between([(category, None)]))
    assert not is_standing(without, Filter(Facet.CATEGORY, "revenue"))
    assert is_standing(without, WITHOUT_CATEGORY)
    assert not is_standing(WORKSHOP, Filter(Facet.VOTE, UNVOTED))
    assert is_standing(voted(RoundStatus.CLOSED), Filter(Facet.VOTE, UNVOTED))
