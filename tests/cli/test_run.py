import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from motworkshop import __version__
from motworkshop.cli.commands import COMMANDS, app
from motworkshop.cli.exit_codes import ExitCode, exit_code_of
from motworkshop.errors import WorkshopError
from motworkshop.imports.template import template_names
from motworkshop.storage.store import Store
from tests.cli.conftest import Told

Cli = Callable[..., Told]
README = Path(__file__).parents[2] / "README.md"


def one_sentence(told: Told) -> bool:
    return told.err.count("\n") == 1 and "Traceback" not in told.err and len(told.err) > 20


def test_a_first_word_that_is_neither_command_nor_file_is_wrong_use(cli: Cli) -> None:
    told = cli("shwo")
    assert told.code == ExitCode.WRONG_USE
    assert "shwo" in told.err
    assert one_sentence(told)


@pytest.mark.parametrize(
    "arguments",
    [
        ["show"],
        ["show", "--nope", "x.motw"],
        ["import", "x.motw", "y.csv", "--as", "poems"],
        ["show", "x.motw", "--cut", "0"],
        ["--nope"],
        ["show", "nowhere.motw"],
        ["check", "nowhere.motw"],
        ["dump", "nowhere.motw"],
        ["script", "nowhere.motw"],
        ["export", "nowhere.motw", "out.pdf"],
        ["new", "x.motw", "--template", "circus"],
    ],
)
def test_wrong_use_is_told_in_one_sentence_and_ends_with_2(
    arguments: list[str], cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    told = cli(*arguments)
    assert told.code == ExitCode.WRONG_USE
    assert one_sentence(told)
    assert list(tmp_path.iterdir()) == []


def test_new_never_overwrites(workshop_file: Path, cli: Cli) -> None:
    before = workshop_file.read_bytes()
    told = cli("new", workshop_file)
    assert told.code == ExitCode.WRONG_USE
    assert one_sentence(told)
    assert workshop_file.read_bytes() == before


READING: list[list[str]] = [["show"], ["check"], ["dump"], ["export"]]
ALL = [*READING, ["script"], ["import"]]


def asked(command: list[str], file: Path, folder: Path) -> list[str | Path]:
    if command == ["export"]:
        return ["export", file, folder / "out.csv"]
    if command == ["import"]:
        return ["import", file, folder / "rows.csv", "--as", "touchpoints"]
    return [*command, file]


def broken(kind: str, file: Path) -> None:
    content = bytearray(file.read_bytes())
    if kind == "damaged":
        middle = len(content) // 2
        content[middle : middle + 512] = bytes(512)
        content[len(content) - 300] ^= 0xFF
    elif kind == "newer":
        content[60:64] = (999).to_bytes(4, "big")
    elif kind == "empty":
        content = bytearray()
    elif kind == "picture":
        content = bytearray(b"\x89PNG\r\n\x1a\n" + bytes(500))
    file.write_bytes(content)


@pytest.mark.parametrize("command", ALL, ids=lambda command: str(command[0]))
@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("damaged", ExitCode.REFUSED),
        ("newer", ExitCode.TOO_NEW),
        ("empty", ExitCode.NOT_OURS),
        ("picture", ExitCode.NOT_OURS),
        ("foreign", ExitCode.NOT_OURS),
    ],
)
def test_a_file_that_is_not_as_it_must_be_is_refused_and_not_touched(
    kind: str, code: ExitCode, command: list[str], voted_file: Path, cli: Cli
) -> None:
    folder = voted_file.parent
    (folder / "rows.csv").write_text("text\nNew\n", encoding="utf-8")
    if kind == "foreign":
        voted_file.unlink()
        with sqlite3.connect(voted_file) as connection:
            connection.execute("CREATE TABLE poems (line TEXT)")
        connection.close()
    else:
        broken(kind, voted_file)
    before = {path: path.read_bytes() for path in folder.iterdir() if "lock" not in path.name}
    told = cli(*asked(command, voted_file, folder))
    assert told.code == code
    assert "Traceback" not in told.err
    assert told.err.strip()
    after = {path: path.read_bytes() for path in folder.iterdir() if "lock" not in path.name}
    assert after == before


def test_a_folder_is_not_a_workshop(tmp_path: Path, cli: Cli) -> None:
    assert cli("show", tmp_path).code == ExitCode.NOT_OURS


def test_a_file_that_is_open_elsewhere_can_be_read_but_not_written(
    voted_file: Path, cli: Cli, program: Cli
) -> None:
    with Store.open(voted_file):
        assert program("show", voted_file).code == ExitCode.DONE
        told = program("script", voted_file, stdin='{"edit": "add_stage", "name": "X"}\n')
    assert told.code == ExitCode.NOT_WRITTEN
    assert one_sentence(told)
    assert "X" not in cli("show", voted_file).out.splitlines()


def test_version_is_printed(cli: Cli) -> None:
    assert cli("--version").out == f"motworkshop {__version__}\n"


def test_every_failure_of_the_world_has_an_exit_code() -> None:
    def kinds(kind: type[WorkshopError]) -> list[type[WorkshopError]]:
        return [kind, *(deeper for below in kind.__subclasses__() for deeper in kinds(below))]

    for kind in kinds(WorkshopError):
        assert exit_code_of(kind.__new__(kind)) > ExitCode.FAULT


def test_every_command_is_known_and_stands_in_the_readme() -> None:
    registered = {command.name or command.callback.__name__ for command in app.registered_commands
                  if command.callback}  # fmt: skip
    assert registered == set(COMMANDS)
    readme = README.read_text(encoding="utf-8")
    for command in COMMANDS:
        assert re.search(rf"\| `{command}[ `]", readme), command
    for template in template_names():
        assert f"`{template}`" in readme, template


def test_a_pipe_that_is_closed_early_leaves_no_traceback(voted_file: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    ended = subprocess.run(
        [sys.executable, "-m", "motworkshop", "dump", str(voted_file)],
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
        timeout=100,
    )
    os.close(writing)
    assert b"Traceback" not in ended.stderr
