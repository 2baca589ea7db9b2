from typing import Any, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motworkshop.model.records import (
    KINDS,
    Ballot,
    Control,
    Metric,
    Note,
    Phase,
    PhaseKind,
    Record,
    Stage,
)
from motworkshop.storage.rows import Columns, Ledger, Row, shortened, tables

TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"))
"""A NUL is refused in a file, so no record has one."""
BY_TYPE: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXTS,
    tuple[str, ...]: st.lists(TEXTS).map(tuple),
    float: st.floats(allow_nan=False, allow_infinity=False),
    int: st.integers(-(2**63), 2**63 - 1),
}


def _records_of(kind: type[Record]) -> st.SearchStrategy[Record]:
    given_types = get_type_hints(kind)
    return st.builds(
        kind, **{name: BY_TYPE[hint] for name, hint in given_types.items() if hint in BY_TYPE}
    )


any_record = st.one_of([_records_of(kind) for kind in KINDS])


@given(st.lists(any_record, max_size=5))
def test_any_records_come_back_from_their_rows(records: list[Record]) -> None:
    for record in records:
        table = tables()[type(record)]
        row = table.row(record)
        assert {type(value) for value in row} <= {str, int, float, bytes, type(None)}
        assert table.records([row]) == [record]


@given(st.lists(_records_of(Note), max_size=5))
def test_many_rows_at_once_are_those_of_each_alone(notes: list[Record]) -> None:
    table = tables()[Note]
    alone = [table.row(note) for note in notes]
    assert [repr(row) for row in table.rows(notes)] == [repr(row) for row in alone]


def test_of_a_column_that_is_not_all_alike_each_value_is_kept_as_it_must() -> None:
    table = tables()[Note]
    notes = [
        Note("n1", 1, "One", control=Control.DIRECT, x=-0.0, is_locked=True, category="c"),
        Note("n2", 2, "Two", x=2.0),
    ]
    first, last = (dict(zip(table.names, row, strict=True)) for row in table.rows(notes))
    assert [repr(first[name]) for name in ("control", "x", "is_locked")] == ["'direct'", "0.0", "1"]
    assert [repr(last[name]) for name in ("control", "x", "is_locked")] == ["None", "2.0", "0"]
    assert (first["category"], last["category"]) == ("c", None)


def test_records_read_are_like_records_made() -> None:
    note = Note("n1", 1, "Text", emotion=-2, x=1.5)
    (read,) = tables()[Note].records([tables()[Note].row(note)])
    assert read == note
    assert hash(read) == hash(note)
    assert repr(read) == repr(note)


@given(st.lists(_records_of(Note), min_size=1, max_size=4))
def test_a_value_that_stands_for_all_rows_is_read_as_if_each_had_it(notes: list[Note]) -> None:
    table = tables()[Note]
    columns: Columns = list(zip(*table.rows(notes), strict=True))
    assert table.records_of(shortened(columns)) == table.records_of(columns) == notes


def test_a_column_has_one_value_for_all_only_where_it_is_the_same_in_every_row() -> None:
    columns: Columns = [("a", "a"), (None, None), (1, 1.0), (0, False), ("", None), ("b", "b")]
    short = shortened(columns)
    assert short == [("a", "a"), (None,), (1, 1.0), (0, False), ("", None), ("b",)]
    assert shortened([]) == []


def test_no_rows_are_no_records() -> None:
    assert tables()[Note].records([]) == []


def test_rows_differ_in_checksum_by_value_type_and_table() -> None:
    stage, lane = (tables()[kind] for kind in KINDS if kind.__name__ in {"Stage", "Lane"})
    rows: list[Row] = [("a", "bc"), ("ab", "c"), ("a", None), ("a", "None"), ("a", 1), ("a", 1.0)]
    sums = [*stage.checksums(rows), *lane.checksums(rows)]
    assert len(set(sums)) == 12
    assert all(-(2**63) <= one < 2**63 for one in sums)


@pytest.mark.parametrize(
    ("kind", "place", "value"),
    [
        (Note, "x", float("inf")),
        (Note, "x", 1),
        (Note, "number", 1.0),
        (Note, "number", None),
        (Note, "text", b"bytes"),
        (Note, "is_locked", 2),
        (Note, "control", "total"),
        (Phase, "kind", "FRAME"),
        (Phase, "planned_second", None),
        (Metric, "target", float("nan")),
        (Ballot, "dots", '[["n1", true]]'),
        (Ballot, "dots", '["n1"]'),
        (Ballot, "dots", '{"n1": 1}'),
        (Ballot, "dots", "[["),
        (Ballot, "dots", "null"),
    ],
)
def test_a_value_that_no_field_can_hold_is_refused(
    kind: type[Record], place: str, value: Any
) -> None:
    samples: dict[Any, Record] = {
        Note: Note("n", 1, "t"),
        Phase: Phase("p", PhaseKind.FRAME, 10),
        Metric: Metric("m", "mot", "name"),
        Ballot: Ballot("b", "r"),
    }
    table = tables()[kind]
    row = list(table.row(samples[kind]))
    row[table.names.index(place)] = value
    with pytest.raises((ValueError, LookupError, TypeError)):
        table.records([tuple(row)])


def test_a_fault_of_ours_does_not_reach_the_file() -> None:
    wrong: Any = {"name": None, "position": 1.5}
    for field, value in wrong.items():
        with pytest.raises(TypeError):
            tables()[Stage].row(Stage("s", **({"name": "n"} | {field: value})))


def test_a_ledger_forgets_what_was_taken_out_again() -> None:
    before = Ledger().plus([5, -7, 2**63 - 1])
    assert before.plus([1, -(2**63)]).minus([1, -(2**63)]) == before
    assert 0 <= before.sum < 2**63
    assert before.minus([5, -7, 2**63 - 1]) == Ledger()
