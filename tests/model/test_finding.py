import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from motworkshop.model.facets import ALONE, LEADS, UNDER, WITHOUT_CATEGORY, Facet, Filter
from motworkshop.model.finding import (
    Sought,
    found_notes,
    in_reading_order,
    note_numbered,
    notes_with,
    searchable,
)
from motworkshop.model.lookalikes import plain_text
from motworkshop.model.records import About, Category, Cluster, Note, Stage
from motworkshop.model.workshop import Workshop

WORKSHOP = Workshop(
    [
        About("about", "Test"),
        Stage("s1", "Book", position=1),
        Stage("s2", "Fly", position=2),
        Category("rescue", "Rescue", 1),
        Note("n1", 1, "Zürich ist verspätet", stage="s2", y=300),
        Note("n2", 2, "Waits 1 hour", details="in Zurich", stage="s2", category="rescue"),
        Note("n3", 3, "Zürich, noch einmal", stage="s1"),
        Note("n21", 21, "Waits 2 hours", stage="s1", category="rescue"),
        Note("n4", 4, "Flies over Malmö and Łódź"),
        Cluster("c", "n1", ("n3",)),
    ]
)
LETTERS = st.characters(categories=("L", "M"))
WORDS = st.text(LETTERS, min_size=1, max_size=12).filter(lambda word: plain_text(word).strip())


def found(words: str, *filters: Filter, workshop: Workshop = WORKSHOP) -> list[int]:
    texts = {note.id: searchable(note) for note in workshop.notes.values()}
    notes = found_notes(workshop, Sought(words, filters), texts)
    return sorted(workshop.notes[note].number for note in notes)


def listed(words: str) -> list[int]:
    return [note.number for note in notes_with(WORKSHOP, words)]


def test_all_words_must_be_there_in_any_order_without_case_and_accents() -> None:
    assert found("ZURICH") == [1, 2, 3]
    assert found("zürich waits") == [2]
    assert found("waits zuri") == [2]
    assert found("malmo LODZ") == [4]
    assert found("nowhere") == []
    assert plain_text("№ ℌ Ǿ") == "no h o"


def test_nothing_is_found_by_nothing() -> None:
    assert found("  ") == []
    assert Sought("  ").is_nothing
    assert not Sought("", (WITHOUT_CATEGORY,)).is_nothing


def test_a_number_finds_its_note_and_what_holds_it() -> None:
    assert found("21") == [21]
    assert found("#4") == [4]
    assert found("1") == [1, 2]
    assert found("2 waits") == [2, 21]


def test_a_filter_narrows_words_down_and_stands_alone() -> None:
    rescue = Filter(Facet.CATEGORY, "rescue")
    assert found("", rescue) == [2, 21]
    assert found("zurich", rescue) == [2]
    assert found("", WITHOUT_CATEGORY) == [1, 3, 4]


def test_filters_of_one_kind_add_up_and_of_two_kinds_narrow_down() -> None:
    book, fly = Filter(Facet.STAGE, "s1"), Filter(Facet.STAGE, "s2")
    assert found("", book) == [3, 21]
    assert found("", book, fly) == [1, 2, 3, 21]
    assert found("", book, fly, Filter(Facet.CATEGORY, "rescue")) == [2, 21]
    assert found("", Filter(Facet.STAGE, None)) == [4]


def test_clusters_are_filtered_by_what_a_note_is_in_them() -> None:
    assert found("", Filter(Facet.CLUSTER, LEADS)) == [1]
    assert found("", Filter(Facet.CLUSTER, UNDER)) == [3]
    assert found("", Filter(Facet.CLUSTER, ALONE)) == [2, 4, 21]


def test_matches_are_read_stage_by_stage_and_a_cluster_once() -> None:
    everything = list(WORKSHOP.notes)
    order = [WORKSHOP.notes[note].number for note in in_reading_order(WORKSHOP, everything)]
    assert order == [4, 21, 2, 1]
    first = in_reading_order(WORKSHOP, everything, "2")
    assert [WORKSHOP.notes[note].number for note in first] == [2, 4, 21, 1]


def test_while_texts_may_not_be_read_only_numbers_find() -> None:
    assert found_notes(WORKSHOP, Sought("waits"), {}) == []
    assert found_notes(WORKSHOP, Sought("21"), {}) == ["n21"]


def test_a_note_is_called_by_its_number() -> None:
    note = note_numbered(WORKSHOP, " #21 ")
    assert note is not None
    assert note.id == "n21"
    assert note_numbered(WORKSHOP, "22") is None
    assert note_numbered(WORKSHOP, "²") is None
    assert note_numbered(WORKSHOP, "waits") is None


def test_the_list_of_notes_has_the_note_of_the_number_first_and_none_inside_clusters() -> None:
    assert listed("1") == [1, 2]
    assert listed("2") == [2, 21]
    assert listed("21") == [21]
    assert listed("zurich") == [1, 2]


@given(WORDS)
def test_every_way_of_writing_a_word_finds_it(word: str) -> None:
    note = Note("n", 7, f"so {word} so")
    workshop = Workshop([About("about", "Test"), note])
    ways = (
        word.upper(),
        word.lower(),
        word.swapcase(),
        unicodedata.normalize("NFD", word),
        unicodedata.normalize("NFC", word),
        plain_text(word),
    )
    for way in ways:
        assert found(way, workshop=workshop) == [7], way


@given(st.text(LETTERS, min_size=1), st.integers(0x300, 0x36F))
def test_accents_never_hide_a_text(word: str, accent: int) -> None:
    decorated = "".join(letter + chr(accent) for letter in word)
    # the iota below Greek letters is a letter when written large, the joiner is no accent
    if accent not in {0x345, 0x34F}:
        assert plain_text(decorated) == plain_text(word)


@given(st.text())
def test_plain_text_is_plain(text: str) -> None:
    assert plain_text(plain_text(text)) == plain_text(text)
