"""Handing the records of a workshop to a child process without making the window wait.

A pipe holds little: whoever writes thousands of records into it waits until the child has come up
and reads, and the interpreter's lock is held while they are put into bytes. So a thread does it,
a few at a time.
"""

from collections.abc import Iterator, Sequence
from multiprocessing.connection import Connection, Pipe
from threading import Thread
from time import sleep

from motworkshop.model.records import Record

AT_ONCE = 100
BREATH = 0.001
"""Seconds between two handfuls, for the window to come to its turn."""


def hand_over(records: Sequence[Record]) -> Connection:
    """The end of a pipe that a child is to be given, and that is closed here then; `taken` gives
    the records there."""
    theirs, ours = Pipe(duplex=False)
    Thread(target=_send, args=(records, ours), name="motworkshop-handing", daemon=True).start()
    return theirs


def taken(line: Connection) -> tuple[Record, ...]:
    """All records, in the child."""
    with line:
        return tuple(_received(line))


def _received(line: Connection) -> Iterator[Record]:
    while handful := line.recv():
        yield from handful


def _send(records: Sequence[Record], line: Connection) -> None:
    with line:
        try:
            for start in range(0, len(records), AT_ONCE):
                line.send(records[start : start + AT_ONCE])
                sleep(BREATH)
            line.send(())
        except OSError:
            return  # the child was stopped, and nobody waits for them
