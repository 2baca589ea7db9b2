"""The rows of the table: what is tried, how often at full size, and what must come of it."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.torture.seen import Seen

Try = Callable[[Path, int], Seen]


@dataclass(frozen=True)
class Row:
    """`run(folder, times)` tries it; what must keep to a limit of seconds or memory runs alone."""

    what: str
    full: int
    must_be: str
    run: Try
    is_measured: bool = False


def rows() -> list[Row]:
    """The table of issue 5. Rooms are imported when their turn comes: forks want few threads."""
    lost = "0 acknowledged edits lost, check 0"
    kept = "the old file whole, or the new one"
    return [
        Row("power cut", 1000, lost, _power),
        Row("kill script", 1000, lost, _kill_scripts),
        Row("kill export report.pdf", 100, kept, partial(_export, "report.pdf")),
        Row("kill export workbook.xlsx", 100, kept, partial(_export, "workbook.xlsx")),
        Row("kill export notes.csv", 100, kept, partial(_export, "notes.csv")),
        Row("kill export ballot.pdf", 100, kept, partial(_export, "ballot.pdf")),
        Row("copies while edited", 300, "complete or refused, ≥ 99 % complete", _copies),
        Row("kill window", 50, f"{lost}; typed text within 2 s", _kill_windows),
        Row("clock jumps", 1, "order, undo, lock, backups as ever", _clocks),
        Row("migration killed", 200, "old or new, never between", partial(_tests, MIGRATION)),
        Row("hostile texts", 1, "shown as they stand; no file, no net", partial(_tests, TEXTS)),
        Row("three clients", 1000, "exact", _clients),
        Row("steps", 10_000, "model, file and board agree", _steps),
        Row("surroundings", 1, "as promised", partial(_tests, SURROUNDINGS), is_measured=True),
        Row("disk faults", 300, "told, and all saved when they are over", _faults),
        Row("damage", 2000, "as written or refused, no traceback, ≤ 5 s", _damage, is_measured=True),
        Row("hostile documents", 1, "refused, ≤ 2 s, ≤ 300 MB, untouched", _strangers,
            is_measured=True),
        Row("import bombs", 1, "≤ 3 s, ≤ 300 MB, one sentence", _bombs, is_measured=True),
    ]  # fmt: skip


SURROUNDINGS = ("tests/storage/test_crash.py", "tests/storage/test_move.py",
                "tests/storage/test_lock.py", "tests/storage/test_places.py",
                "tests/storage/test_standing.py", "tests/storage/test_writer.py",
                "tests/storage/test_writer_together.py", "tests/storage/test_silent_disk.py",
                "tests/app/test_trouble.py", "tests/app/test_silent_disk.py",
                "tests/app/test_read_only.py", "tests/app/test_places.py")  # fmt: skip
MIGRATION = ("tests/storage/test_migrations.py",)
TEXTS = ("tests/app/test_hostile_texts.py", "tests/exports/workbook/test_cells.py",
         "tests/exports/test_notes_csv.py", "tests/exports/report/test_hard_workshops.py",
         "tests/exports/typeset")  # fmt: skip
COUNTED = re.compile(r"(\d+) (?:passed|failed|error)")


def _power(folder: Path, times: int) -> Seen:
    from tests.torture.calls import can_trace
    from tests.torture.power import cut_power

    if not can_trace():
        return Seen(0, [], "left out: strace is not installed")
    return cut_power(folder, max(40, times // 5), times)


def _faults(folder: Path, times: int) -> Seen:
    from tests.torture.calls import can_trace
    from tests.torture.faults import refuse_calls

    if not can_trace():
        return Seen(0, [], "left out: strace is not installed")
    return refuse_calls(folder, times)


def _kill_scripts(folder: Path, times: int) -> Seen:
    from tests.torture.kills import kill_scripts

    return kill_scripts(folder, times)


def _kill_windows(folder: Path, times: int) -> Seen:
    from tests.torture.window_kills import kill_windows

    return kill_windows(folder, times)


def _export(name: str, folder: Path, times: int) -> Seen:
    from tests.torture.exports import kill_exports

    return kill_exports(folder, times, name)


def _copies(folder: Path, times: int) -> Seen:
    from tests.torture.copies import copy_while_edited

    return copy_while_edited(folder, times)


def _damage(folder: Path, times: int) -> Seen:
    from tests.torture.damage import damage
    from tests.torture.documents import full_document

    return damage(full_document(folder / "full.motw"), times)


def _strangers(folder: Path, _times: int) -> Seen:
    from tests.torture.documents_of_strangers import open_strangers

    return open_strangers(folder)


def _bombs(folder: Path, _times: int) -> Seen:
    from tests.torture.bombs import throw_bombs

    return throw_bombs(folder)


def _clocks(folder: Path, _times: int) -> Seen:
    from tests.torture.clocks import can_jump, jump

    if not can_jump():
        return Seen(0, [], "left out: faketime is not installed")
    return jump(folder)


def _clients(folder: Path, times: int) -> Seen:
    from tests.torture.clients import write_at_once

    return write_at_once(folder, times)


def _steps(_folder: Path, times: int) -> Seen:
    from tests.torture.steps import walk

    return walk(times)


def _tests(paths: tuple[str, ...], folder: Path, times: int) -> Seen:
    """Rows that the tests of the rooms hold already, at the size `MOTW_TORTURE` asks for."""
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:randomly", "-p", "no:cacheprovider",
         "-n0", f"--basetemp={folder / 'tests'}", *paths],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"MOTW_TORTURE": str(times)},
    )  # fmt: skip
    lines = ran.stdout.strip().splitlines() or [""]
    seen = Seen(sum(map(int, COUNTED.findall(lines[-1]))), [], lines[-1].strip("= "))
    if ran.returncode != 0:
        failed = [line for line in lines if line.startswith(("FAILED", "ERROR"))]
        seen.faults = failed or [f"they ended with {ran.returncode}: {ran.stderr.strip()[:1500]}"]
        seen.tries = max(seen.tries, 1)
    return seen
