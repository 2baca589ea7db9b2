import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from motworkshop.cli.exit_codes import ExitCode
from motworkshop.cli.script.lines import all_verbs, verbs_text
from motworkshop.model.records import Note
from motworkshop.storage.read import read_workshop
from tests.cli.conftest import Told

Cli = Callable[..., Told]

EXAMPLES: dict[str, dict[str, Any]] = {
    "edit_about": {"fields": {"title": "Autumn", "journey_kind": "employee"}},
    "add_promise": {"text": "We call back"},
    "edit_promise": {"promise": "We call back", "text": "We call back today"},
    "plan_phase": {"kind": "vote", "planned": 12, "notes": "In silence"},
    "add_participant": {"name": "Ann", "department": "Sales"},
    "edit_participant": {"participant": "Ann", "fields": {"department": "Web"}},
    "add_side": {"name": "Office", "departments": ["Web"]},
    "propose_stages": {"participant": "Ann", "stages": ["Look", ["Buy", "Pays"]]},
    "declare_same": {"names": ["Look", "Search"]},
    "declare_different": {"same": 1},
    "add_stage": {"name": "Book", "definition": "To the ticket", "id": "s-1"},
    "edit_stage": {"stage": "Book", "fields": {"definition": "Until paid"}},
    "move_stage": {"stage": 1, "index": 0},
    "add_lane": {"name": "Web"},
    "edit_lane": {"lane": "Web", "fields": {"name": "Online"}},
    "move_lane": {"lane": "Online", "index": 0},
    "add_note": {"text": "Pays", "id": "n-1", "stage": "s-1", "category": "Rescue",
                 "author": "Ann", "x": 16, "y": 16.5, "fields": {"importance": 4}},
    "edit_note": {"note": 1, "fields": {"details": "With a card", "control": "direct",
                                        "category": None, "moment_type": "ZMOT"}},
    "move_note": {"note": "Pays", "stage": None},
    "categorise_note": {"note": "#1", "category": 2},
    "add_evidence": {"text": "41 complaints", "kind": "quantitative", "note": "n-1",
                     "sentiment": "negative", "date": "2026-03-01"},
    "edit_evidence": {"evidence": "41 complaints", "fields": {"stage": "Book", "note": None}},
    "add_category": {"name": "Regret", "style": 8},
    "edit_category": {"category": "Regret", "fields": {"definition": "Sorry"}},
    "delete_category": {"category": 8},
    "merge_notes": {"lead": 1, "others": ["Waits"]},
    "take_out": {"notes": ["Waits"]},
    "split_cluster": {"cluster": 1},
    "start_round": {"title": "Vote", "budget": 3, "cap": 2, "cut": 1, "secret": False,
                    "question": "Which?", "notes": [1, 2]},
    "hand_over": {"round": "Vote", "voter": "Ann", "dots": {"Pays": 1, "Waits": 1}},
    "count_dots": {"round": "Vote", "dots": {"1": 2, "2": 2}, "voters": 4},
    "close_round": {"round": 1},
    "reopen_round": {"round": "Vote"},
    "start_run_off": {"round": "Vote", "title": "Run-off", "budget": 1},
    "discard_round": {"round": "Run-off"},
    "decide": {"round": "Vote", "decisions": {"1": "in", "2": "out"}, "reason": "Nearer to us"},
    "describe_moment": {"note": 1, "fields": {"accountable": "Ann", "promise": 1,
                                              "responsible": ["Ann", "Zoe from the bank"]}},
    "add_metric": {"note": 1, "name": "Declined", "fields": {"unit": "%", "target": 2}},
    "edit_metric": {"metric": "Declined", "fields": {"baseline": 7.5}},
    "delete_metric": {"metric": "Declined"},
    "add_action": {"note": 1, "what": "Ask the bank", "fields": {"who": "Ann", "status": "doing"}},
    "edit_action": {"action": "Ask the bank", "fields": {"due": "2026-12-01"}},
    "delete_action": {"action": "Ask the bank"},
    "delete_evidence": {"evidence": "41 complaints"},
    "delete_promise": {"promise": 1},
    "delete_side": {"side": "Office"},
    "delete_note": {"note": 3},
    "delete_notes": {"notes": [4, 5]},
    "delete_lane": {"lane": 1},
    "delete_stage": {"stage": "Book"},
    "delete_participant": {"participant": "Ben"},
}  # fmt: skip

IMPOSSIBLE = (
    "[]",
    "{}",
    '"add_note"',
    "{" * 100_000,
    '{"edit": "burn_note"}',
    '{"edit": 7}',
    '{"edit": "add_stage"}',
    '{"edit": "add_stage", "name": null}',
    '{"edit": "add_stage", "name": "A", "colour": "red"}',
    '{"edit": "add_note", "text": "A", "stage": "Nowhere"}',
    '{"edit": "add_note", "text": "A", "x": 1}',
    '{"edit": "add_note", "text": "A", "x": 1e999, "y": 0}',
    '{"edit": "add_note", "text": "A", "x": NaN, "y": 0}',
    '{"edit": "add_note", "text": "A", "fields": {"importance": 6}}',
    '{"edit": "add_note", "text": "A", "fields": {"importance": "high"}}',
    '{"edit": "add_note", "text": "A", "fields": {"shape": "round"}}',
    '{"edit": "add_note", "text": "A", "fields": {"number": 1' + "0" * 400 + "}}",
    '{"edit": "add_note", "text": "\\ud800"}',
    '{"edit": "add_note", "text": "a\\u0000b"}',
    '{"edit": "edit_note", "note": 99, "fields": {}}',
    '{"edit": "edit_note", "note": 1, "fields": {"number": 3}}',
    '{"edit": "edit_note", "note": 1, "fields": 3}',
    '{"edit": "move_note", "note": 1}',
    '{"edit": "merge_notes", "lead": 1, "others": [1]}',
    '{"edit": "merge_notes", "lead": 1, "others": "2"}',
    '{"edit": "categorise_note", "note": 1, "category": "Rescues"}',
    '{"edit": "describe_moment", "note": 1, "fields": {"note": 2}}',
    '{"edit": "split_cluster", "cluster": 1}',
    '{"edit": "start_run_off", "round": "Vote", "title": "R"}',
    '{"redo": true}',
)

STORY: list[tuple[str, dict[str, Any] | None]] = [
    *[(name, None) for name in list(EXAMPLES)[: list(EXAMPLES).index("merge_notes")]],
    *[("add_note", {"text": text}) for text in ("Waits", "Flies", "Lands", "Leaves")],
    ("merge_notes", None),
    ("take_out", None),
    ("merge_notes", None),
    ("split_cluster", None),
    ("start_round", None),
    ("hand_over", None),
    ("count_dots", None),
    ("close_round", None),
    ("reopen_round", None),
    ("close_round", None),
    ("start_run_off", None),
    ("discard_round", None),
    ("add_participant", {"name": "Ben"}),
    *[(name, None) for name in list(EXAMPLES)[list(EXAMPLES).index("decide") :]],
]


def lines(*asked: dict[str, Any] | str) -> str:
    return "".join(
        (one if isinstance(one, str) else json.dumps(one, ensure_ascii=False)) + "\n"
        for one in asked
    )


def add(text: str, **more: Any) -> dict[str, Any]:
    return {"edit": "add_note", "text": text, **more}


def test_every_edit_can_be_made_from_a_script(workshop_file: Path, program: Cli) -> None:
    assert set(EXAMPLES) == set(all_verbs())
    assert {name for name, _ in STORY} == set(EXAMPLES)
    story = [{"edit": name, **(given or EXAMPLES[name])} for name, given in STORY]
    told = program("script", workshop_file, stdin=lines(*story))
    assert told.out.splitlines() == [f"ack {number}" for number in range(1, len(story) + 1)]
    assert told.code == ExitCode.DONE
    workshop = read_workshop(workshop_file)
    assert workshop.about.title == "Autumn"
    first = workshop.notes["n-1"]
    assert (first.stage, first.importance, first.details) == (None, 4, "With a card")


def test_an_acknowledged_line_is_on_disk_and_a_refused_one_changes_nothing(
    workshop_file: Path, program: Cli
) -> None:
    told = program(
        "script",
        workshop_file,
        stdin=lines(add("One"), add(" "), "", '{"undo": true}', '{"redo": true}',
                    '{"redo": true}', "not json", add("Two 漢字 😀")),
    )  # fmt: skip
    said = told.out.splitlines()
    assert [line.split(":")[0] for line in said] == [
        "ack 1", "refused 2", "ack 4", "ack 5", "refused 6", "refused 7", "ack 8",
    ]  # fmt: skip
    assert told.code == ExitCode.REFUSED
    texts = {note.text for note in read_workshop(workshop_file).notes.values()}
    assert texts == {"One", "Two 漢字 😀"}


def test_a_line_that_cannot_be_done_says_why(workshop_file: Path, program: Cli) -> None:
    program("script", workshop_file, stdin=lines(add("One")))
    before = read_workshop(workshop_file)
    told = program("script", workshop_file, stdin=lines(*IMPOSSIBLE, '{"undo": true}'))
    assert told.code == ExitCode.REFUSED
    *said, last = told.out.splitlines()
    for number, (line, answer) in enumerate(zip(IMPOSSIBLE, said, strict=True), start=1):
        assert answer.startswith(f"refused {number}: "), line
        assert len(answer) < 900, line
    assert last == f"ack {len(IMPOSSIBLE) + 1}"
    again = program("script", workshop_file, stdin='{"redo": true}\n')
    assert again.out == "ack 1\n"
    assert read_workshop(workshop_file) == before


def test_what_an_earlier_run_did_can_be_undone_and_done_again(
    workshop_file: Path, program: Cli
) -> None:
    empty = read_workshop(workshop_file)
    program("script", workshop_file, stdin=lines(add("One")))
    one = read_workshop(workshop_file)
    assert program("script", workshop_file, stdin='{"undo": true}\n').out == "ack 1\n"
    assert read_workshop(workshop_file) == empty
    assert program("script", workshop_file, stdin='{"redo": true}\n').out == "ack 1\n"
    assert read_workshop(workshop_file) == one


def test_an_ambiguous_text_asks_for_the_id(workshop_file: Path, program: Cli) -> None:
    told = program(
        "script",
        workshop_file,
        stdin=lines(add("Same"), add("Same"), {"edit": "delete_note", "note": "Same"}),
    )
    assert (
        told.out.splitlines()[2] == "refused 3: note: 'Same' is the text of 2 notes; give its id."
    )


def test_undo_that_would_take_a_voted_note_away_names_the_round(
    workshop_file: Path, program: Cli
) -> None:
    told = program(
        "script",
        workshop_file,
        stdin=lines(add("One"), {"edit": "start_round", "title": "First"}, '{"undo": true}'),
    )
    assert told.out.splitlines()[2].startswith("refused 3: Note 1 ")
    assert "“First”" in told.out
    assert len(read_workshop(workshop_file).of(Note)) == 1


def test_the_help_lists_every_edit_with_its_arguments(cli: Cli) -> None:
    out = cli("script", "--help").out
    for name in all_verbs():
        assert f"{name}:" in out
    assert "add_note: text, [id], [stage]" in out
    assert verbs_text().count("\n") > 2 * len(all_verbs())
