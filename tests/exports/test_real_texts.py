from itertools import islice
from pathlib import Path

import pytest

from motworkshop.exports.facts import gather
from motworkshop.exports.notes_csv import write_notes_csv
from motworkshop.exports.workbook import write_workbook
from motworkshop.imports.source import read_sheet
from motworkshop.model.edits.evidence import add_evidence
from motworkshop.model.edits.notes import Draft, add_notes
from motworkshop.model.history import History
from motworkshop.model.records import Evidence, new_id
from motworkshop.model.workshop import Workshop


@pytest.mark.slow
def test_thousands_of_real_texts_leave_as_they_came(shared_data: Path, tmp_path: Path) -> None:
    rows = read_sheet(shared_data / "airline-feedback.csv").rows
    texts = [row.cells[0].strip() for row in rows]
    history = History(Workshop.titled("Feedback"))
    drafts = [Draft(text) for text in islice(texts, 3000)]
    history.do(add_notes(history.workshop, drafts))
    history.do(add_evidence(history.workshop, [Evidence(new_id(), text) for text in texts]))
    facts = gather(history.workshop)
    write_workbook(facts, tmp_path / "out.xlsx")
    write_notes_csv(facts, tmp_path / "out.csv")
    assert texts_in(tmp_path / "out.csv", None) == texts[:3000]
    assert texts_in(tmp_path / "out.xlsx", "Notes") == texts[:3000]
    evidence = texts_in(tmp_path / "out.xlsx", "Evidence")
    assert len(evidence) == 14_640
    assert sorted(evidence) == sorted(texts)


def texts_in(path: Path, sheet: str | None) -> list[str]:
    found = read_sheet(path, sheet=sheet)
    place = found.headers.index("Text")
    return [row.cells[place] for row in found.rows]
