import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from motworkshop.cli.exit_codes import ExitCode
from motworkshop.storage.read import read_workshop
from tests.cli.conftest import Told

Cli = Callable[..., Told]


def test_the_dump_holds_everything_sorted_by_id(voted_file: Path, cli: Cli) -> None:
    content = json.loads(cli("dump", voted_file).out)
    assert content["format"] == 1
    assert {note["text"] for note in content["note"]} == {"Pays", "Waits", "Flies", "Lands"}
    for records in content.values():
        if isinstance(records, list):
            ids = [record["id"] for record in records]
            assert ids == sorted(ids)
    stored = list(read_workshop(voted_file).records())
    dumped = [r for records in content.values() if isinstance(records, list) for r in records]
    assert len(dumped) == len(stored)


def test_the_dump_depends_on_neither_name_nor_time(voted_file: Path, cli: Cli) -> None:
    before = cli("dump", voted_file).out
    moved = voted_file.rename(voted_file.with_name("other name.motw"))
    assert cli("dump", moved).out == before


@pytest.mark.parametrize(
    ("name", "magic"), [("out.pdf", b"%PDF-"), ("out.xlsx", b"PK"), ("out.csv", b"\xef\xbb\xbf")]
)
def test_the_ending_says_what_is_exported(
    name: str, magic: bytes, voted_file: Path, cli: Cli
) -> None:
    out = voted_file.parent / name
    out.write_text("what stood here before", encoding="utf-8")
    told = cli("export", voted_file, out)
    assert told.code == ExitCode.DONE
    assert told.out.startswith(f"Wrote {out}.")
    assert out.read_bytes().startswith(magic)


def test_the_kind_can_be_said(voted_file: Path, cli: Cli) -> None:
    out = voted_file.parent / "notes.txt"
    assert cli("export", voted_file, out, "--as", "notes").code == ExitCode.DONE
    with out.open(encoding="utf-8-sig", newline="") as stream:
        texts = {row["Text"] for row in csv.DictReader(stream)}
    assert texts == {"Pays", "Waits", "Flies", "Lands"}


@pytest.mark.parametrize("out", ["out.doc", "out", "spring.motw", "other.motw"])
def test_an_ending_that_says_nothing_and_a_workshop_are_refused(
    out: str, voted_file: Path, cli: Cli
) -> None:
    before = voted_file.read_bytes()
    told = cli("export", voted_file, voted_file.parent / out)
    assert told.code == ExitCode.WRONG_USE
    assert voted_file.read_bytes() == before


def test_a_workshop_is_not_written_over_by_another_name(voted_file: Path, cli: Cli) -> None:
    before = voted_file.read_bytes()
    link = voted_file.parent / "link.csv"
    link.symlink_to(voted_file)
    assert cli("export", voted_file, link).code == ExitCode.WRONG_USE
    assert voted_file.read_bytes() == before


def test_an_export_into_no_folder_could_not_be_written(voted_file: Path, cli: Cli) -> None:
    told = cli("export", voted_file, voted_file.parent / "nowhere" / "out.csv")
    assert told.code == ExitCode.NOT_WRITTEN
    assert told.err.count("\n") == 1


def test_the_demo_leaves_a_workshop_a_report_and_a_workbook(tmp_path: Path, cli: Cli) -> None:
    folder = tmp_path / "demo"
    told = cli("demo", folder)
    assert told.code == ExitCode.DONE
    paths = [Path(line.split(maxsplit=1)[1]) for line in told.out.splitlines()]
    assert [path.suffix for path in paths] == [".motw", ".pdf", ".xlsx"]
    assert all(path.is_file() for path in paths)
    content = json.loads(cli("show", paths[0], "--json").out)
    assert len(content["moments"]) == 10
    lacking = [moment for moment in content["moments"] if moment["missing"]]
    assert len(lacking) == 2
    assert content["clusters"] == 2
    main, run_off = content["rounds"]
    settled = [line for line in main["tally"] if line["decided"]]
    assert sorted(line["place"] for line in settled) == ["in", "out", "out"]
    assert {line["decided"] for line in settled} == {"run-off"}
    assert (main["ballots"], run_off["ballots"]) == (13, 13)


def test_a_second_demo_keeps_the_workshop_that_is_there(tmp_path: Path, cli: Cli) -> None:
    cli("demo", tmp_path)
    before = (tmp_path / "airline.motw").read_bytes()
    assert cli("demo", tmp_path).code == ExitCode.DONE
    assert (tmp_path / "airline.motw").read_bytes() == before


def test_the_installation_can_try_itself_out(cli: Cli) -> None:
    told = cli("--selftest")
    assert told.code == ExitCode.DONE
    assert "works here" in told.out
