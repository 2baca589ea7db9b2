from threading import enumerate as threads

from pytestqt.qtbot import QtBot

from motworkshop.app.handing import AT_ONCE, hand_over, taken
from motworkshop.model.records import Note, Record


def records(count: int) -> tuple[Record, ...]:
    return tuple(Note(f"n{number}", number, "Waits at the gate " * 9) for number in range(count))


def is_handing() -> bool:
    return any(thread.name == "motworkshop-handing" for thread in threads())


def test_more_than_a_pipe_holds_is_handed_over_without_anybody_reading_yet(qtbot: QtBot) -> None:
    given = records(20 * AT_ONCE + 3)
    line = hand_over(given)
    assert is_handing()
    assert taken(line) == given
    qtbot.waitUntil(lambda: not is_handing())


def test_nothing_is_handed_over_too() -> None:
    assert taken(hand_over(())) == ()


def test_when_nobody_wants_them_any_more_the_thread_ends(qtbot: QtBot) -> None:
    line = hand_over(records(20 * AT_ONCE))
    assert is_handing()
    line.close()
    qtbot.waitUntil(lambda: not is_handing())
