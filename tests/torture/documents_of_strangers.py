"""Hostile documents: refused by name, untouched, in seconds and without filling the memory; also
where they are opened for writing."""

from pathlib import Path

from motworkshop.cli.exit_codes import ExitCode
from tests.storage.hostile import hostile_documents, is_about_steps, write_hostile
from tests.torture.bounds import run_program
from tests.torture.seen import Seen

SECONDS, MEGABYTES = 2.0, 300.0
HUGE = ("three million rows", "a text of 100 MB")
"""Take long to make; CI leaves them out."""


def open_strangers(folder: Path, *, with_huge: bool = True) -> Seen:
    """Read each, check it and open it for writing."""
    seen, slowest, heaviest = Seen(), 0.0, 0.0
    for name in hostile_documents():
        if name in HUGE and not with_huge:
            continue
        path = folder / "hostile.motw"
        write_hostile(path, name)
        size, before = path.stat().st_size, _fingerprint(path)
        seen.tries += 1
        for command, code in _commands(name).items():
            ran = run_program(command, path)
            slowest, heaviest = max(slowest, ran.seconds), max(heaviest, ran.megabytes)
            for fault in ran.faults([code], SECONDS, MEGABYTES, is_list=command == "check"):
                seen.blame(f"{name} ({size:,} bytes): {fault}")
        if _fingerprint(path) != before:
            seen.blame(f"{name}: it was written to")
        left = [one.name for one in folder.iterdir() if one != path]
        if left:
            seen.blame(f"{name}: left behind {left}")
        path.unlink()
    seen.told = f"at most {slowest:.1f} s of computing and {heaviest:.0f} MB"
    return seen


def _commands(name: str) -> dict[str, ExitCode]:
    """What is tried and how it must end. A bad undo history spoils neither showing nor editing, but
    such a file is not sound."""
    if is_about_steps(name):
        return {"show": ExitCode.DONE, "check": ExitCode.REFUSED, "script": ExitCode.DONE}
    return dict.fromkeys(("show", "check", "script"), ExitCode.REFUSED)


def _fingerprint(path: Path) -> bytes:
    from hashlib import file_digest

    with path.open("rb") as file:
        return file_digest(file, "sha256").digest()
