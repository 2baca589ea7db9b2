"""Hostile documents: refused by name, untouched, in seconds and without filling the memory; also
where they are opened for writing."""

from pathlib import Path

from tests.storage.hostile import hostile_documents, write_hostile
from tests.torture.bounds import Ran, run_program
from tests.torture.seen import Seen

SECONDS, MEGABYTES = 2.0, 300.0
REFUSED = 3
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
        for command, ran in _opened(path, name).items():
            slowest, heaviest = max(slowest, ran.seconds), max(heaviest, ran.megabytes)
            for fault in ran.faults([REFUSED], SECONDS, MEGABYTES, is_list=command == "check"):
                seen.blame(f"{name} ({size:,} bytes): {fault}")
        if _fingerprint(path) != before:
            seen.blame(f"{name}: it was written to")
        left = [one.name for one in folder.iterdir() if one != path]
        if left:
            seen.blame(f"{name}: left behind {left}")
        path.unlink()
    seen.told = f"at most {slowest:.1f} s of computing and {heaviest:.0f} MB"
    return seen


def _opened(path: Path, name: str) -> dict[str, Ran]:
    """A bad undo history spoils no showing, but the file is neither sound nor opened to be edited."""
    commands = ["check", "script"] if "step" in name else ["show", "check", "script"]
    return {command: run_program(command, path) for command in commands}


def _fingerprint(path: Path) -> bytes:
    from hashlib import file_digest

    with path.open("rb") as file:
        return file_digest(file, "sha256").digest()
