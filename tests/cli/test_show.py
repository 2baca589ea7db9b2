import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Told

Cli = Callable[..., Told]


def shown(cli: Cli, file: Path, *more: str) -> dict[str, Any]:
    told = cli("show", file, "--json", *more)
    assert told.code == 0
    content: dict[str, Any] = json.loads(told.out)
    return content


def test_show_gives_what_the_readme_documents(voted_file: Path, cli: Cli) -> None:
    content = shown(cli, voted_file, "--cut", "2")
    assert list(content) == [
        "title", "notes", "participants", "clusters", "evidence", "stages", "categories",
        "phases", "rounds", "stage_alignment", "moments",
    ]  # fmt: skip
    assert (content["title"], content["notes"], content["participants"]) == ("Spring", 4, 0)
    assert [(stage["name"], stage["notes"]) for stage in content["stages"]] == [
        ("Book", 2),
        ("Travel", 2),
    ]
    assert content["categories"][0] | {"id": ""} == {"id": "", "name": "Rescue", "notes": 1}
    assert content["phases"][1] == {"kind": "align", "planned": 40, "used": 0.0}
    assert content["stage_alignment"] is None
    (vote,) = content["rounds"]
    assert {key: vote[key] for key in ("title", "status", "secret", "budget", "cap")} == {
        "title": "Vote", "status": "closed", "secret": False, "budget": 3, "cap": None,
    }  # fmt: skip
    assert (vote["ballots"], vote["turnout"]) == (3, 3)
    assert [
        (line["text"], line["dots"], line["breadth"], line["rank"], line["place"])
        for line in vote["tally"]
    ] == [
        ("Pays", 3, 2, 1, "in"),
        ("Waits", 1, 1, 2, "tied"),
        ("Flies", 1, 1, 2, "tied"),
        ("Lands", 0, 0, 4, "out"),
    ]
    first = vote["tally"][0]
    assert (first["number"], first["stage"], first["category"]) == (1, "Book", "Rescue")
    assert first["decided"] is None
    assert vote["agreement"]["overlap"] == pytest.approx(1 / 3)
    (moment,) = content["moments"]
    assert (moment["text"], moment["accountable"]) == ("Pays", None)
    assert moment["id"] == first["id"]
    assert "accountable" in moment["missing"]


def test_show_tells_people_the_same(voted_file: Path, cli: Cli) -> None:
    out = cli("show", voted_file, "--cut", "2").out
    assert "4 notes, 2 stages" in out
    assert re.search(r"1\. +3 dots from 2 +in +1 Pays\n", out)


def test_an_open_secret_round_shows_the_turnout_and_nothing_else(
    voted_file: Path, cli: Cli, program: Cli
) -> None:
    lines = [
        {"edit": "start_round", "title": "Again", "secret": True, "budget": 2},
        {"edit": "hand_over", "round": "Again", "voter": "Ann", "dots": {"Pays": 2}},
    ]
    program("script", voted_file, stdin="\n".join(json.dumps(line) for line in lines))
    vote = shown(cli, voted_file)["rounds"][1]
    assert (vote["status"], vote["turnout"]) == ("open", 1)
    assert vote["ballots"] is None
    assert vote["tally"] is None
    assert vote["agreement"] == {"overlap": None, "kendall_w": None}
    assert "Nobody sees the dots" in cli("show", voted_file).out
    content = json.loads(cli("dump", voted_file).out)
    again = next(one["id"] for one in content["round"] if one["title"] == "Again")
    assert not [ballot for ballot in content["ballot"] if ballot["round"] == again]
    assert [one["voter"] for one in content["turnout"] if one["round"] == again] == ["Ann"]


def imported(cli: Cli, file: Path, folder: Path, *options: str) -> None:
    for kind in ("participants", "stage-proposals", "touchpoints"):
        assert cli("import", file, folder / f"{kind}.csv", "--as", kind).code == 0
    assert cli("import", file, folder / "ballots.csv", "--as", "ballots", *options).code == 0


def test_the_airline_workshop_gives_the_figures_of_the_method(
    shared_data: Path, workshop_file: Path, cli: Cli
) -> None:
    imported(cli, workshop_file, shared_data / "airline-workshop", "--budget", "8", "--cap", "3")
    content = shown(cli, workshop_file)
    assert (content["notes"], len(content["stages"]), content["participants"]) == (61, 7, 13)
    vote = content["rounds"][0]
    assert vote["ballots"] == 13
    assert sum(line["dots"] for line in vote["tally"]) == 104
    places = [line["place"] for line in vote["tally"]]
    assert (places.count("in"), places.count("tied"), len(places)) == (9, 3, 61)
    assert round(vote["agreement"]["overlap"], 3) == 0.111
    assert round(vote["agreement"]["kendall_w"], 3) == 0.159
    assert round(content["stage_alignment"], 3) == 0.103
    assert len(content["moments"]) == 9


def test_the_vote_of_a_town_gives_its_published_totals(
    shared_data: Path, workshop_file: Path, cli: Cli
) -> None:
    notes, ballots = (shared_data / f"assen-2024-{what}.csv" for what in ("notes", "ballots"))
    assert cli("import", workshop_file, notes, "--as", "touchpoints").code == 0
    assert cli("import", workshop_file, ballots, "--as", "ballots").code == 0
    vote = shown(cli, workshop_file, "--cut", "4")["rounds"][0]
    dots = [line["dots"] for line in vote["tally"]]
    assert dots == [43, 42, 25, 24, 24, 23, 21, 19, 14, 13, 10, 10, 9, 8]
    assert [line["dots"] for line in vote["tally"] if line["place"] == "tied"] == [24, 24]
    assert round(vote["agreement"]["overlap"], 3) == 0.195
    assert round(vote["agreement"]["kendall_w"], 3) == 0.096
    ten = shown(cli, workshop_file, "--cut", "10")["rounds"][0]["tally"]
    assert [line["place"] for line in ten] == ["in"] * 10 + ["out"] * 4
