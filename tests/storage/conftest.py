"""A workshop with every kind of record and awkward values in each, and files made of it."""

import tempfile
from collections.abc import Callable
from dataclasses import fields, replace
from enum import StrEnum
from itertools import cycle
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

import pytest

from motworkshop.model.history import History
from motworkshop.model.records import KINDS, About, Record, Round, new_id
from motworkshop.model.workshop import Workshop
from motworkshop.storage.create import create_workshop
from tests.storage.told import Told

AWKWARD: dict[Any, list[Any]] = {
    str: [
        "",
        "😀 Ünïcode\r\n\tتجربة",
        "=SUM(A1)",
        "'; DROP TABLE note;--",
        "x" * 10_000,
        "control \x01 inside",
    ],
    int: [0, -1, 2**31, -(2**63), 2**63 - 1],
    float: [0.0, -0.0, 1e-300, -12345.678, 1e7, 3],
    bool: [True, False],
    bytes: [b"", b"\x89PNG\0\xff" * 100],
    tuple[str, ...]: [(), ("",), ('"quoted"', "\\", "😀", "[]")],
    tuple[tuple[str, int], ...]: [(), (("a", 1), ("😀", 2**40))],
}


def awkward(kind: type[Record]) -> list[Record]:
    """Six records of a kind, each with another awkward value in every field."""
    values = {name: cycle(_values(hint)) for name, hint in get_type_hints(kind).items()}
    return [
        kind(**{field.name: next(values[field.name]) for field in fields(kind)} | {"id": new_id()})
        for _ in range(6)
    ]


def _values(hint: Any) -> list[Any]:
    parts = [part for part in get_args(hint) if part is not NoneType]
    if NoneType in get_args(hint):
        return [None, *_values(parts[0])]
    if get_origin(hint) is None and issubclass(hint, StrEnum):
        return list(hint)
    return AWKWARD[hint]


@pytest.fixture(autouse=True)
def folder_for_locks(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed programs leave lock files in the folder for temporary files; here that is ours."""
    folder = str(tmp_path_factory.mktemp("locks"))
    monkeypatch.setattr(tempfile, "tempdir", folder)
    monkeypatch.setenv("TMPDIR", folder)


@pytest.fixture
def rich() -> Workshop:
    """Every kind of record, six of each; rounds are open and public."""
    records: list[Record] = [About(new_id(), "Rich 😀", prompts=("a", "b"))]
    for kind in KINDS:
        records += [] if kind is About else awkward(kind)
    return Workshop(
        replace(one, is_secret=False) if isinstance(one, Round) else one for one in records
    )


@pytest.fixture
def rich_file(tmp_path: Path, rich: Workshop) -> Path:
    """A file with all that."""
    path = tmp_path / "rich.motw"
    create_workshop(path, rich)
    return path


@pytest.fixture
def small_file(tmp_path: Path) -> Path:
    """A file with a title and nothing else."""
    path = tmp_path / "small.motw"
    create_workshop(path, Workshop.titled("Small"))
    return path


@pytest.fixture
def entries() -> Callable[[Path], set[str]]:
    """What lies in a folder, hidden files too."""
    return lambda folder: {one.name for one in folder.iterdir()}


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def history() -> History:
    return History(Workshop.titled("Airline"))


@pytest.fixture
def path(tmp_path: Path, history: History) -> Path:
    """A file with what the history begins with."""
    made = tmp_path / "airline.motw"
    create_workshop(made, history.workshop)
    return made
