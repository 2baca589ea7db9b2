import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from motworkshop.cli.exit_codes import ExitCode
from motworkshop.cli.script.lines import all_verbs
from motworkshop.model.change import Edit
from motworkshop.model.history import History
from motworkshop.model.workshop import Workshop
from motworkshop.storage.read import read_workshop
from tests.cli.conftest import Told

Cli = Callable[..., Told]
KILLS = 10


def story(chance: random.Random, length: int) -> list[dict[str, Any]]:
    """Edits with ids of their own, so that doing them again gives the very same workshop."""
    asked: list[dict[str, Any]] = [{"edit": "add_stage", "name": "Book", "id": "stage"}]
    notes: list[str] = []
    for number in range(length):
        kind = chance.choice(["add", "add", "edit", "move", "sort", "undo"])
        if kind == "add" or not notes:
            notes.append(f"note {number}")
            text = f"Touchpoint {number} " + "é😀=" * chance.randrange(40)
            asked.append({"edit": "add_note", "id": notes[-1], "text": text, "stage": "stage"})
        elif kind == "edit":
            fields = {"details": f"More {number}" * 20}
            asked.append({"edit": "edit_note", "note": chance.choice(notes), "fields": fields})
        elif kind == "move":
            note = chance.choice(notes)
            asked.append({"edit": "move_note", "note": note, "stage": None, "x": number, "y": 1})
        elif kind == "sort":
            asked.append({"edit": "categorise_note", "note": chance.choice(notes), "category": 1})
        else:
            asked += [{"undo": True}, {"redo": True}]
    return asked


def states(workshop: Workshop, asked: list[dict[str, Any]]) -> list[Workshop]:
    """The workshop before the first line and after each."""
    history = History(workshop)
    verbs = all_verbs()
    after = [workshop]
    for line in asked:
        if "undo" in line:
            history.undo()
        elif "redo" in line:
            history.redo()
        else:
            given = {name: value for name, value in line.items() if name != "edit"}
            made = verbs[line["edit"]].edit(history.workshop, given)
            assert isinstance(made, Edit)
            history.do(made)
        after.append(history.workshop)
    return after


def kill_while_it_writes(file: Path, asked: list[dict[str, Any]], delay: float) -> int:
    """Run a script and kill it; returns how many lines it had acknowledged."""
    child = subprocess.Popen(
        [sys.executable, "-m", "motworkshop", "script", str(file)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={name: value for name, value in os.environ.items() if "COV" not in name},
    )
    assert child.stdin is not None
    assert child.stdout is not None
    child.stdin.write("".join(json.dumps(line) + "\n" for line in asked).encode())
    child.stdin.flush()
    first = child.stdout.readline()
    assert first == b"ack 1\n"
    time.sleep(delay)
    child.send_signal(signal.SIGKILL)
    rest = child.stdout.read().splitlines(keepends=True)
    child.wait()
    child.stdin.close()
    child.stdout.close()
    whole = [line for line in rest if line.endswith(b"\n")]
    assert all(line.startswith(b"ack ") for line in whole)
    return 1 + len(whole)


@pytest.mark.slow
def test_no_acknowledged_edit_is_lost_when_the_program_is_killed(
    workshop_file: Path, cli: Cli
) -> None:
    """Ten processes from their start; `test_many_kills` kills the many."""
    chance = random.Random(1986)
    clean = workshop_file.read_bytes()
    blank = read_workshop(workshop_file)
    asked = story(chance, 250)
    expected = states(blank, asked)
    interrupted = 0
    for _ in range(KILLS):
        workshop_file.write_bytes(clean)
        done = kill_while_it_writes(workshop_file, asked, chance.uniform(0, 0.25))
        interrupted += done < len(asked)
        assert cli("check", workshop_file).code == ExitCode.DONE
        found = read_workshop(workshop_file)
        assert found in expected[done : done + 2]
    assert interrupted > KILLS // 2
