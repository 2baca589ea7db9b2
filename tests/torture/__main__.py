"""`make torture`: every row at its full size, one table at the end, 1 if one row fails.

python -m tests.torture [--scale PART] [--jobs N] [WORDS …]: a part of the sizes; so many rows at
once; only rows that begin so. Each row has a process of its own, so that one that breaks down fails
alone; it is told as soon as it ends. Rows that must keep to a limit run by themselves at the end.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is imported, or it aborts

from tests.torture.rows import Row, rows
from tests.torture.seen import Seen

MOST_FAULTS = 20
LONGEST = 3600
"""Seconds after which a row has failed."""


def try_row(what: str, times: int, told: Path) -> None:
    """Try one row in this process and write down what was seen."""
    row = next(one for one in rows() if one.what == what)
    with TemporaryDirectory(prefix="motworkshop-torture-") as folder:
        seen = row.run(Path(folder), times)
    told.write_text(json.dumps(asdict(seen)), encoding="utf-8")


def seen_of(row: Row, times: int) -> tuple[Seen, float]:
    """What a row saw in a process of its own, and how many seconds it took."""
    start = time.monotonic()
    with TemporaryDirectory(prefix="motworkshop-torture-") as folder:
        told = Path(folder) / "seen.json"
        command = [sys.executable, "-m", "tests.torture", "--row", row.what, "--told", str(told)]
        try:
            ran = subprocess.run(
                [*command, "--times", str(times)],
                capture_output=True,
                text=True,
                check=False,
                timeout=LONGEST,
                env=os.environ | {"HYPOTHESIS_STORAGE_DIRECTORY": f"{folder}/hypothesis"},
            )
            seen = _read(told) or Seen(1, [f"it broke down: {(ran.stdout + ran.stderr)[-1500:]}"])
        except subprocess.TimeoutExpired:
            seen = Seen(1, [f"it did not end within {LONGEST} s"])
    return seen, time.monotonic() - start


def _read(told: Path) -> Seen | None:
    try:
        return Seen(**json.loads(told.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return None


def all_seen(
    wanted: Sequence[Row], scale: float, jobs: int
) -> Iterator[tuple[Row, int, Seen, float]]:
    """What each row saw, as soon as it ends."""
    sizes = {row.what: max(1, round(row.full * scale)) for row in wanted}
    with ThreadPoolExecutor(jobs) as pool:
        waits = [row for row in wanted if not row.is_measured]
        asked = {pool.submit(seen_of, row, sizes[row.what]): row for row in waits}
        for done in as_completed(asked):
            yield asked[done], sizes[asked[done].what], *done.result()
    for row in wanted:
        if row.is_measured:
            yield row, sizes[row.what], *seen_of(row, sizes[row.what])


def _line(row: Row, times: int, seen: Seen, seconds: float) -> str:
    verdict = "FAILED" if seen.faults else "ok" if seen.tries else "left out"
    return f"| {row.what} | {times:,} | {row.must_be} | {seen.sentence} | {seconds:,.0f} s | {verdict} |"


def run(wanted: Sequence[Row], scale: float, jobs: int) -> int:
    """Try these rows and print the table; 1 if one failed."""
    lines: dict[str, str] = {}
    failed: list[str] = []
    start = time.monotonic()
    for row, times, seen, seconds in all_seen(wanted, scale, jobs):
        lines[row.what] = _line(row, times, seen, seconds)
        print(lines[row.what], flush=True)
        failed += [f"{row.what}: {fault}" for fault in seen.faults[:MOST_FAULTS]]
    whole = f"{time.monotonic() - start:,.0f} s in all"
    computer = f"{platform.platform()}, {os.cpu_count()} cores"
    print(f"\n{datetime.now(UTC):%Y-%m-%d}, {computer}, {whole}\n")
    print("| what | size | must be | seen | time | |\n| --- | --- | --- | --- | --- | --- |")
    print("\n".join(lines[row.what] for row in wanted), *failed, sep="\n", flush=True)
    return 1 if failed else 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--jobs", type=int, default=max(1, min(2, os.cpu_count() or 1)))
    parser.add_argument("--row", help=argparse.SUPPRESS)
    parser.add_argument("--times", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--told", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("words", nargs="*")
    asked = parser.parse_args()
    if asked.row:
        try_row(asked.row, asked.times, asked.told)
        return 0
    wanted = [
        row
        for row in rows()
        if not asked.words or any(row.what.startswith(word) for word in asked.words)
    ]
    return run(wanted, asked.scale, asked.jobs)


if __name__ == "__main__":
    sys.exit(main())
