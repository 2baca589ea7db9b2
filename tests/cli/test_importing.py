import json
from collections.abc import Callable
from pathlib import Path

import pytest

from motworkshop.cli.exit_codes import ExitCode
from tests.cli.conftest import Told

Cli = Callable[..., Told]


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    source = tmp_path / "rows.csv"
    source.write_text("Moment,expectation\nPays,4\n,3\nWaits,9\n", encoding="utf-8")
    return source


def test_refused_rows_are_listed_and_nothing_is_imported(
    workshop_file: Path, rows: Path, cli: Cli
) -> None:
    before = cli("dump", workshop_file).out
    told = cli("import", workshop_file, rows, "--as", "touchpoints", "--map", "Moment=text")
    assert told.code == ExitCode.REFUSED
    assert [line.split(":")[0] for line in told.out.splitlines()[:2]] == ["line 3", "line 4"]
    assert told.err == (
        "2 rows cannot be taken, so nothing was imported. "
        "Mend what is listed, or leave it out with --skip-refused.\n"
    )
    assert cli("dump", workshop_file).out == before


def test_good_rows_can_be_taken_alone(workshop_file: Path, rows: Path, cli: Cli) -> None:
    told = cli(
        "import", workshop_file, rows, "--as", "touchpoints", "--map", "Moment=text",
        "--skip-refused", "--json",
    )  # fmt: skip
    assert told.code == ExitCode.DONE
    said = json.loads(told.out)
    assert said["imported"] is True
    assert said["made"] == {"notes": 1}
    assert [one["row"] for one in said["refused"]] == [3, 4]
    notes = json.loads(cli("dump", workshop_file).out)["note"]
    assert [note["text"] for note in notes] == ["Pays"]


def test_a_dry_run_changes_nothing(workshop_file: Path, tmp_path: Path, cli: Cli) -> None:
    source = tmp_path / "good.csv"
    source.write_text("text,stage\nPays,Book\n", encoding="utf-8")
    before = workshop_file.read_bytes()
    told = cli("import", workshop_file, source, "--as", "touchpoints", "--dry-run")
    assert told.code == ExitCode.DONE
    assert told.out == "Would import 1 note, 1 stage.\n"
    assert workshop_file.read_bytes() == before


def test_what_is_only_for_ballots_is_refused_elsewhere(
    workshop_file: Path, rows: Path, cli: Cli
) -> None:
    told = cli("import", workshop_file, rows, "--as", "participants", "--budget", "5")
    assert told.code == ExitCode.WRONG_USE


def test_a_mapping_that_is_none_is_wrong_use(workshop_file: Path, rows: Path, cli: Cli) -> None:
    told = cli("import", workshop_file, rows, "--as", "touchpoints", "--map", "Moment")
    assert told.code == ExitCode.WRONG_USE
    assert "column=field" in told.err


def test_a_missing_column_says_what_there_is_and_how_to_map(
    workshop_file: Path, tmp_path: Path, cli: Cli
) -> None:
    source = tmp_path / "odd.csv"
    source.write_text("Wort\nPays\n", encoding="utf-8")
    told = cli("import", workshop_file, source, "--as", "evidence")
    assert told.code == ExitCode.REFUSED
    assert "Wort" in told.err
    assert "--map" in told.err


def test_columns_that_are_not_used_are_named(workshop_file: Path, tmp_path: Path, cli: Cli) -> None:
    source = tmp_path / "more.csv"
    source.write_text("text,weather\nPays,rain\n", encoding="utf-8")
    told = cli("import", workshop_file, source, "--as", "touchpoints")
    assert "Columns that were not used: weather." in told.out


def test_secret_ballots_leave_no_name_beside_dots(
    workshop_file: Path, tmp_path: Path, cli: Cli
) -> None:
    notes, ballots = tmp_path / "notes.csv", tmp_path / "ballots.csv"
    notes.write_text("text\nPays\nWaits\n", encoding="utf-8")
    ballots.write_text("voter,text,dots\nAnn,Pays,2\nBen,Waits,1\n", encoding="utf-8")
    cli("import", workshop_file, notes, "--as", "touchpoints")
    told = cli("import", workshop_file, ballots, "--as", "ballots", "--secret")
    assert told.code == ExitCode.DONE
    content = json.loads(cli("dump", workshop_file).out)
    assert [ballot["voter"] for ballot in content["ballot"]] == ["", ""]
    assert sorted(seen["voter"] for seen in content["turnout"]) == ["Ann", "Ben"]


def test_the_same_ballots_are_not_taken_twice(voted_file: Path, cli: Cli) -> None:
    ballots = voted_file.parent / "ballots.csv"
    before = cli("dump", voted_file).out
    told = cli("import", voted_file, ballots, "--as", "ballots")
    assert told.code == ExitCode.REFUSED
    assert cli("dump", voted_file).out == before
