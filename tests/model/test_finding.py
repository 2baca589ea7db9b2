from motworkshop.model.finding import notes_with
from motworkshop.model.records import About, Cluster, Note
from motworkshop.model.workshop import Workshop

WORKSHOP = Workshop(
    [
        About("about", "Test"),
        Note("n1", 1, "Zürich ist verspätet"),
        Note("n2", 2, "Waits 1 hour", details="in Zurich"),
        Note("n3", 3, "Zürich, noch einmal"),
        Note("n21", 21, "Waits 2 hours"),
        Cluster("c", "n1", ("n3",)),
    ]
)


def found(words: str) -> list[int]:
    return [note.number for note in notes_with(WORKSHOP, words)]


def test_all_words_must_be_there_in_any_order_without_case_and_accents() -> None:
    assert found("ZURICH") == [1, 2]
    assert found("zürich waits") == [2]
    assert found("nowhere") == []
    assert found("  ") == []


def test_a_number_finds_its_note_first() -> None:
    assert found("1") == [1, 2]
    assert found("2") == [2, 21]
    assert found("21") == [21]
