"""The command line as tests call it: in this process, or as a program of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from motworkshop.cli.run import run


@dataclass(frozen=True)
class Told:
    """What a call of the command line said."""

    code: int
    out: str
    err: str


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str]) -> Callable[..., Told]:
    """Call the command line in this process."""

    def call(*arguments: str | Path) -> Told:
        code = run([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return Told(code, said.out, said.err)

    return call


@pytest.fixture
def program() -> Callable[..., Told]:
    """Run the program as people do, in a process of its own."""

    def call(*arguments: str | Path, stdin: str = "", cwd: Path | None = None) -> Told:
        ended = subprocess.run(
            [sys.executable, "-m", "motworkshop", *map(str, arguments)],
            input=stdin.encode("utf-8", "surrogateescape"),
            capture_output=True,
            check=False,
            timeout=100,
            cwd=cwd,
            env=dict(os.environ, PYTHONIOENCODING="ascii"),
        )
        return Told(ended.returncode, ended.stdout.decode("utf-8"), ended.stderr.decode("utf-8"))

    return call


@pytest.fixture
def workshop_file(tmp_path: Path, cli: Callable[..., Told]) -> Path:
    """A new workshop from the blank template."""
    file = tmp_path / "spring.motw"
    assert cli("new", file, "--title", "Spring").code == 0
    return file


@pytest.fixture
def voted_file(workshop_file: Path, tmp_path: Path, cli: Callable[..., Told]) -> Path:
    """Four notes in two stages, three voters, a tie at a cut of two."""
    notes = tmp_path / "notes.csv"
    notes.write_text(
        "text,stage,category\nPays,Book,rescue\nWaits,Book,respond\nFlies,Travel,\nLands,Travel,\n",
        encoding="utf-8",
    )
    ballots = tmp_path / "ballots.csv"
    ballots.write_text(
        "voter,text,dots\nAnn,Pays,2\nAnn,Waits,1\nBen,Pays,1\nBen,Flies,1\nCas,Lands,0\n",
        encoding="utf-8",
    )
    assert cli("import", workshop_file, notes, "--as", "touchpoints").code == 0
    assert cli("import", workshop_file, ballots, "--as", "ballots", "--budget", "3").code == 0
    return workshop_file
