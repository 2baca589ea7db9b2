import sqlite3
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from motworkshop.errors import WriteFailedError
from motworkshop.model.change import Change
from motworkshop.model.records import Ballot, Round, RoundStatus, Turnout, new_id
from motworkshop.model.workshop import Workshop
from motworkshop.storage.check import check_file
from motworkshop.storage.read import read_workshop
from motworkshop.storage.secrecy import leaves_traces
from motworkshop.storage.sniff import USER_VERSION
from motworkshop.storage.store import Store

ROUND = Round(new_id(), "Vote")
COUNTERS = [*range(24, 28), *range(40, 44), *range(92, 96)]


def layout(path: Path) -> bytes:
    """The bytes of a file without the counters in its header."""
    content = bytearray(path.read_bytes())
    for offset in COUNTERS:
        content[offset] = 0
    return bytes(content[:96]) + bytes(content[100:])


def written_at_once(path: Path) -> bytes:
    twin = path.with_name("twin.db")
    twin.unlink(missing_ok=True)
    connection = sqlite3.connect(path)
    connection.execute("VACUUM INTO ?", (str(twin),))
    connection.close()
    return layout(twin)


def vote(store: Store, voters: int = 40) -> list[Ballot]:
    ballots = [Ballot(new_id(), ROUND.id, (("n", 1),)) for _ in range(voters)]
    store.save(Change.between([(None, ROUND)]))
    for number, ballot in enumerate(ballots):
        turnout = Turnout(new_id(), ROUND.id, f"voter {number}")
        store.save(Change.between([(None, ballot), (None, turnout)]))
    return ballots


def closing(ballots: list[Ballot]) -> Change:
    return Change.between(
        [
            (ROUND, replace(ROUND, status=RoundStatus.CLOSED)),
            *((ballot, None) for ballot in ballots),
            *((None, replace(ballot, id=new_id())) for ballot in ballots),
        ]
    )


def test_after_the_close_nothing_tells_what_came_when(small_file: Path) -> None:
    with Store.open(small_file) as store:
        ballots = vote(store)
        assert layout(small_file) != written_at_once(small_file)  # the order of votes is visible
        store.save(closing(ballots))
        assert layout(small_file) == written_at_once(small_file)
        content = small_file.read_bytes()
        assert not [ballot for ballot in ballots if ballot.id.encode() in content]
        assert len(read_workshop(small_file).of(Ballot)) == len(ballots)
    header = small_file.read_bytes()[:100]
    assert header[68:72] == b"MOTW"
    assert header[60:64] == USER_VERSION.to_bytes(4, "big")
    assert check_file(small_file) == []


def test_a_close_that_is_taken_back_in_the_same_transaction_leaves_nothing_either(
    small_file: Path,
) -> None:
    """Together the two say nothing of a close, and yet the ballots have other ids now."""
    with Store.open(small_file) as store:
        ballots = vote(store)
        closed = closing(ballots)
        again = Change.between([(replace(ROUND, status=RoundStatus.CLOSED), ROUND)])
        store.save_all([closed, again])
        assert store.workshop.of(Round)[ROUND.id] == ROUND
        assert layout(small_file) == written_at_once(small_file)
        content = small_file.read_bytes()
        assert not [ballot for ballot in ballots if ballot.id.encode() in content]
    assert check_file(small_file) == []


def test_the_store_goes_on_after_a_rewrite(small_file: Path) -> None:
    with Store.open(small_file) as store:
        store.save(closing(vote(store, 3)))
        store.save(
            Change.between([(store.workshop.about, replace(store.workshop.about, title="x"))])
        )
        assert read_workshop(small_file) == store.workshop


def test_a_rewrite_that_failed_is_made_up_for_at_the_next_change(
    small_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(small_file) as store:
        ballots = vote(store, 3)
        with monkeypatch.context() as patch:
            patch.setattr("motworkshop.storage.store.driver", _full)
            store.save(closing(ballots))
        assert read_workshop(small_file) == store.workshop
        about = store.workshop.about
        store.save(Change.between([(about, replace(about, title="Next"))]))
        assert layout(small_file) == written_at_once(small_file)


def test_a_program_killed_before_the_rewrite_leaves_it_to_the_next_opening(
    small_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed = small_file.with_name("killed.motw")
    with Store.open(small_file) as store, monkeypatch.context() as patch:
        patch.setattr("motworkshop.storage.store.driver", _full)
        store.save(closing(vote(store)))
        killed.write_bytes(
            subprocess.run(["cat", small_file], check=True, capture_output=True).stdout
        )
        patch.undo()
    assert layout(killed) != written_at_once(killed)
    content = read_workshop(killed)
    Store.open(killed).close()
    assert layout(killed) == written_at_once(killed)
    assert read_workshop(killed) == content


def test_a_rewrite_that_fails_to_the_end_is_told_at_close(
    small_file: Path, monkeypatch: pytest.MonkeyPatch, entries: Callable[[Path], set[str]]
) -> None:
    store = Store.open(small_file)
    monkeypatch.setattr("motworkshop.storage.store.driver", _full)
    store.save(closing(vote(store, 3)))
    with pytest.raises(WriteFailedError, match="is saved, but the order"):
        store.close()
    store.close()
    assert entries(small_file.parent) == {"small.motw"}


def _full(_connection: object) -> sqlite3.Connection:
    fault = sqlite3.OperationalError("database or disk is full")
    fault.sqlite_errorcode = sqlite3.SQLITE_FULL
    raise OperationalError(None, None, fault)


OPEN, CLOSED = ROUND, replace(ROUND, status=RoundStatus.CLOSED)
PUBLIC = replace(CLOSED, is_secret=False)
BALLOT = Ballot("b", ROUND.id)


@pytest.mark.parametrize(
    ("held", "change", "expected"),
    [
        ([], [(None, OPEN)], False),
        ([], [(None, CLOSED)], True),
        ([OPEN], [(OPEN, CLOSED)], True),
        ([CLOSED], [(CLOSED, OPEN)], True),
        ([OPEN], [(OPEN, None)], True),
        ([OPEN], [(OPEN, replace(OPEN, title="Renamed"))], False),
        ([CLOSED], [(CLOSED, replace(CLOSED, title="Renamed"))], False),
        ([OPEN], [(None, BALLOT)], False),
        ([CLOSED], [(None, BALLOT)], True),
        ([], [(None, CLOSED), (None, BALLOT)], True),
        ([CLOSED], [(None, Turnout("t", ROUND.id, "Ann"))], True),
        ([PUBLIC], [(None, BALLOT)], False),
        ([], [(None, PUBLIC)], False),
    ],
)
def test_a_file_is_rewritten_exactly_when_secret_votes_are_settled(
    held: list[Round],
    change: list[tuple[Round | Ballot | None, Round | Ballot | None]],
    expected: bool,
) -> None:
    before = Workshop(held)
    made = Change.between(change)
    assert leaves_traces(made, before, before.applied(made)) is expected
