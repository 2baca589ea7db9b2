"""One test proves every edit reversible, another that it knows every edit."""

import importlib
import inspect
import pkgutil
import re

import pytest

from motworkshop.model import edits
from motworkshop.model.change import Edit
from motworkshop.model.history import History
from motworkshop.model.records import (
    KINDS,
)
from tests.model.edits.calls import CALLS, Chooser
from tests.model.edits.full import dangling, full_workshop


def public_edit_functions() -> set[str]:
    """All functions of the package `edits` that give an `Edit`, as module.function."""
    found = set()
    for info in pkgutil.iter_modules(edits.__path__):
        module = importlib.import_module(f"{edits.__name__}.{info.name}")
        for name, function in inspect.getmembers(module, inspect.isfunction):
            is_own = function.__module__ == module.__name__ and not name.startswith("_")
            if is_own and inspect.signature(function, eval_str=True).return_annotation is Edit:
                found.add(f"{info.name}.{name}")
    return found - {"making.edit"}


def test_the_table_calls_every_public_edit_function() -> None:
    assert set(CALLS) == public_edit_functions()


def test_the_full_workshop_has_something_of_nearly_every_kind() -> None:
    missing = {kind.__name__ for kind in KINDS if not full_workshop().of(kind)}
    assert missing == {"Count"}
    assert dangling(full_workshop()) == []


@pytest.mark.parametrize("name", sorted(CALLS))
def test_every_edit_is_reversible(name: str) -> None:
    before = full_workshop()
    history = History(before)
    edit = CALLS[name](Chooser(before, lambda _n: 0))
    history.do(edit)
    after = history.workshop
    assert edit.change, "the call must change something, or it proves nothing"
    assert after != before
    assert not edit.change.is_recorded
    assert dangling(after) == []
    assert after.applied(edit.change.inverted()) == before
    history.undo()
    assert history.workshop == before
    history.redo()
    assert history.workshop == after


@pytest.mark.parametrize("name", sorted(CALLS))
def test_every_label_reads_like_words(name: str) -> None:
    workshop = full_workshop()
    label = CALLS[name](Chooser(workshop, lambda _n: 0)).label
    assert re.match(r"[A-Z][a-z]+ .", label)
    ids = {record.id for record in workshop.records()} - {"about"}
    assert not [word for word in re.findall(r"[\w-]+", label) if word in ids or len(word) > 30]
