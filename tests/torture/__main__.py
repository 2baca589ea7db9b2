"""`make torture`: every row at its full size, one table at the end, 1 if one row fails.

python -m tests.torture [--scale PART] [WORDS …]: a part of the sizes; only rows that begin so.
"""

import argparse
import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is imported, or it aborts

from tests.torture.seen import Seen

Try = Callable[[Path, int], Seen]


@dataclass(frozen=True)
class Row:
    """What is tried, how often at full size, what must be; `run(folder, times)`."""

    what: str
    full: int
    must_be: str
    run: Try


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
        Row("damage", 2000, "as written or refused, no traceback, ≤ 5 s", _damage),
        Row("kill window", 50, f"{lost}; typed text within 2 s", _kill_windows),
        Row("hostile documents", 1, "refused, ≤ 2 s, ≤ 300 MB, untouched", _strangers),
        Row("import bombs", 1, "≤ 3 s, ≤ 300 MB, one sentence", _bombs),
        Row("clock jumps", 1, "order, undo, lock, backups as ever", _clocks),
        Row("surroundings", 1, "as promised", partial(_tests, SURROUNDINGS)),
        Row("migration killed", 200, "old or new, never between", partial(_tests, MIGRATION)),
        Row("hostile texts", 1, "shown as they stand; no file, no net", partial(_tests, TEXTS)),
        Row("three clients", 1000, "exact", _clients),
        Row("steps", 10_000, "model, file and board agree", _steps),
    ]


SURROUNDINGS = ("tests/storage/test_crash.py", "tests/storage/test_move.py",
                "tests/storage/test_lock.py", "tests/storage/test_places.py",
                "tests/storage/test_standing.py", "tests/storage/test_writer.py")  # fmt: skip
MIGRATION = ("tests/storage/test_migrations.py",)
TEXTS = ("tests/app/test_hostile_texts.py", "tests/exports/workbook/test_cells.py",
         "tests/exports/test_notes_csv.py", "tests/exports/report/test_hard_workshops.py",
         "tests/exports/typeset")  # fmt: skip


def _power(folder: Path, times: int) -> Seen:
    from tests.torture.calls import can_trace
    from tests.torture.power import cut_power

    if not can_trace():
        return Seen(0, [], "left out: strace is not installed")
    return cut_power(folder, max(40, times // 5), times)


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

    return walk(round(times * 1.2))  # hypothesis ends some sittings early


def _tests(paths: tuple[str, ...], _folder: Path, times: int) -> Seen:
    """Rows that the tests of the rooms hold already, at the size `MOTW_TORTURE` asks for."""
    there = [path for path in paths if Path(path).exists()]
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:randomly", "-n0", *there],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"MOTW_TORTURE": str(times)},
    )
    last = ran.stdout.strip().splitlines()[-1] if ran.stdout.strip() else ran.stderr[-200:]
    seen = Seen(1, [], last.strip("= "))
    if ran.returncode != 0:
        failed = [line for line in ran.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
        seen.faults = failed or [last]
    return seen


def _line(row: Row, times: int, seen: Seen, seconds: float) -> str:
    verdict = "FAILED" if seen.faults else "ok" if seen.tries else "left out"
    return f"| {row.what} | {times:,} | {row.must_be} | {seen.sentence} | {seconds:,.0f} s | {verdict} |"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("words", nargs="*")
    asked = parser.parse_args()
    lines, failed = [], []
    for row in rows():
        if asked.words and not any(row.what.startswith(word) for word in asked.words):
            continue
        times = max(1, round(row.full * asked.scale))
        start = time.monotonic()
        with TemporaryDirectory(prefix="motworkshop-torture-") as folder:
            seen = row.run(Path(folder), times)
        lines.append(_line(row, times, seen, time.monotonic() - start))
        print(lines[-1], flush=True)
        failed += [f"{row.what}: {fault}" for fault in seen.faults[:20]]
    print(f"\n{datetime.now(UTC):%Y-%m-%d}, {platform.platform()}, {os.cpu_count()} cores\n")
    print("| what | size | must be | seen | time | |\n| --- | --- | --- | --- | --- | --- |")
    print("\n".join(lines), *failed, sep="\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
