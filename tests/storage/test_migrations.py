"""Files of every older version: read as they are, and brought up to date when they are written."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from motworkshop.cli.dump import dump
from motworkshop.model.change import Change
from motworkshop.model.records import About
from motworkshop.storage.check import check_file
from motworkshop.storage.migrations import STEPS
from motworkshop.storage.read import read_workshop
from motworkshop.storage.sniff import USER_VERSION
from motworkshop.storage.store import Store

FILES = Path(__file__).parents[1] / "files"
OLD = range(1, USER_VERSION)


def _version(path: Path) -> int:
    return int.from_bytes(path.read_bytes()[60:64], "big")


@pytest.fixture(params=OLD, ids=lambda version: f"version {version}")
def old_file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return Path(shutil.copy(FILES / f"version-{request.param}.motw", tmp_path))


def _written_then(path: Path) -> dict[str, Any]:
    text = (FILES / f"{path.stem}.json").read_text(encoding="utf-8")
    content: dict[str, Any] = json.loads(text)
    return content


def _as_then(path: Path, then: dict[str, Any]) -> dict[str, Any]:
    """What the file holds now, without what its version did not know."""
    now = json.loads(json.dumps(dump(read_workshop(path))))
    return {"format": then["format"]} | {
        kind: [{name: row[name] for name in old} for row, old in zip(now[kind], rows, strict=True)]
        for kind, rows in then.items()
        if kind != "format"
    }


def test_every_version_but_the_first_has_a_step_and_every_old_one_a_file() -> None:
    assert [step.to for step in STEPS] == list(range(2, USER_VERSION + 1))
    for version in OLD:
        assert _version(FILES / f"version-{version}.motw") == version
        assert (FILES / f"version-{version}.json").exists()


def test_an_old_file_is_read_as_it_was_written_and_not_touched(old_file: Path) -> None:
    before = old_file.read_bytes()
    then = _written_then(old_file)
    assert _as_then(old_file, then) == then
    assert check_file(old_file) == []
    assert old_file.read_bytes() == before
    assert [one.name for one in old_file.parent.iterdir()] == [old_file.name]


def test_an_old_file_is_brought_up_to_date_when_it_is_opened_for_writing(old_file: Path) -> None:
    then = _written_then(old_file)
    before = read_workshop(old_file)
    with Store.open(old_file) as store:
        assert store.workshop == before
    assert _version(old_file) == USER_VERSION
    assert check_file(old_file) == []
    assert read_workshop(old_file) == before
    assert _as_then(old_file, then) == then


def test_a_migrated_file_can_be_written_and_read_like_a_new_one(old_file: Path) -> None:
    with Store.open(old_file) as store:
        about = next(iter(store.workshop.of(About).values()))
        new = About(about.id, "After the migration")
        store.save(Change({about.id: (about, new)}))
    assert next(iter(read_workshop(old_file).of(About).values())) == new


def test_before_a_migration_a_copy_can_be_made_of_the_file_as_it_was(
    old_file: Path, tmp_path: Path
) -> None:
    then = _written_then(old_file)
    folder = tmp_path / "copies"
    folder.mkdir()
    Store.open(old_file, lambda store: store.back_up(folder / old_file.name)).close()
    (copy,) = folder.iterdir()
    assert _version(copy) == _version(FILES / old_file.name)
    assert _as_then(copy, then) == then
    Store.open(old_file, lambda store: store.back_up(folder / "second.motw")).close()
    assert len(list(folder.iterdir())) == 1


def test_when_the_backup_fails_nothing_is_migrated(old_file: Path) -> None:
    before = old_file.read_bytes()

    def fail(_store: Store) -> None:
        raise OSError("no room for a backup")

    with pytest.raises(OSError, match="no room"):
        Store.open(old_file, fail)
    assert old_file.read_bytes() == before


def test_killed_at_any_moment_of_a_migration_the_file_is_old_or_new(old_file: Path) -> None:
    before, whole = read_workshop(old_file), old_file.read_bytes()
    seen = set()
    with subprocess.Popen(
        [sys.executable, "-c", KILLER, old_file],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as killer:
        assert killer.stdin is not None
        assert killer.stdout is not None
        delay = float(killer.stdout.readline())
        for _ in range(int(os.environ.get("MOTW_TORTURE", "30"))):
            old_file.write_bytes(whole)
            print(delay, file=killer.stdin, flush=True)
            assert killer.stdout.readline() == "killed\n"
            assert check_file(old_file) == []
            assert read_workshop(old_file) == before
            seen.add(_version(old_file))
            # The next one comes nearer to the commit, from either side.
            delay *= 0.8 if _version(old_file) == USER_VERSION else 1.25
        killer.stdin.close()
    assert seen == {_version(FILES / old_file.name), USER_VERSION}


KILLER = """
import os, signal, sys, time
from pathlib import Path
from motworkshop.storage.store import Store

path = Path(sys.argv[1])

def migrate(delay):
    begun, begin = os.pipe()
    child = os.fork()
    if not child:
        Store.open(path, lambda _store: os.write(begin, b"!"))
        os._exit(0)
    os.read(begun, 1)
    start = time.perf_counter()
    if delay is not None:
        time.sleep(delay)
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(begun)
    os.close(begin)
    return time.perf_counter() - start

print(migrate(None), flush=True)
for line in sys.stdin:
    migrate(float(line))
    print("killed", flush=True)
"""


def test_an_old_file_with_a_table_of_a_later_version_is_refused(old_file: Path) -> None:
    connection = sqlite3.connect(old_file)
    connection.execute("CREATE TABLE kept_step (id TEXT)")
    connection.close()
    assert any("kept_step" in problem for problem in check_file(old_file))
