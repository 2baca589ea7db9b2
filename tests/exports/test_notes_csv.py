"""The notes as CSV: what a reader of CSV gets is what the notes say."""

import csv
from pathlib import Path

import pytest

from motworkshop.errors import WriteFailedError
from motworkshop.exports import notes_csv
from motworkshop.exports.facts import gather
from motworkshop.exports.notes_csv import write_notes_csv
from motworkshop.model.records import About, Note, Participant, Stage
from motworkshop.model.workshop import Workshop

TEXTS = (
    "=1+1",
    "@home",
    "+49 151",
    "-2",
    "\tafter a tab",
    "'quoted",
    'say "hello", twice',
    "semi;colon",
    "two\nlines",
    "DOS\r\nlines",
    "🙂 smiles",
    "  spaces  ",
    "日本語",
    "\x01 control",
)


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def workshop_of(*texts: str) -> Workshop:
    notes = (Note(f"n{number}", number, text) for number, text in enumerate(texts, start=1))
    return Workshop([About("a", "Texts"), *notes])


def test_texts_come_out_as_they_went_in(tmp_path: Path) -> None:
    export = write_notes_csv(gather(workshop_of(*TEXTS)), tmp_path / "notes.csv")
    assert [row["Text"] for row in read(export.path)] == list(TEXTS)
    assert export.changes == ()


def test_the_file_is_utf8_with_its_mark_and_ends_lines_as_the_rfc_says(tmp_path: Path) -> None:
    target = tmp_path / "notes.csv"
    write_notes_csv(gather(workshop_of('a "b", c')), target)
    content = target.read_bytes()
    assert content.startswith(b"\xef\xbb\xbfNumber,Text,Stage,")
    assert content.endswith(b"\r\n")
    assert content.count(b"\n") == content.count(b"\r\n") == 2
    assert b'1,"a ""b"", c",' in content


def test_rows_stand_by_stage_then_number_and_say_every_field(tmp_path: Path) -> None:
    workshop = Workshop(
        [
            About("a", "Shop"),
            Stage("s1", "Enter", position=1),
            Stage("s2", "Buy", position=2),
            Participant("p", "Ada", "Sales"),
            Note("n1", 1, "Pays", stage="s2", author="p", expectation=5, experience=2),
            Note("n2", 2, "Looks in", stage="s1"),
            Note("n3", 3, "Nowhere yet"),
        ]
    )
    rows = read(write_notes_csv(gather(workshop), tmp_path / "notes.csv").path)
    assert [row["Number"] for row in rows] == ["2", "1", "3"]
    assert (rows[1]["Author"], rows[1]["Gap"], rows[1]["Lane"]) == ("Ada", "3", "")
    hidden = gather(workshop, with_names=False)
    rows = read(write_notes_csv(hidden, tmp_path / "notes.csv").path)
    assert rows[1]["Author"] == "Sales 1"


def test_what_no_reader_could_take_is_replaced_and_told(tmp_path: Path) -> None:
    export = write_notes_csv(gather(workshop_of("fine", "a\x00b\ud800")), tmp_path / "notes.csv")
    assert read(export.path)[1]["Text"] == "a\ufffdb\ufffd"
    assert export.changes == ("Notes row 3, text: 2 characters that CSV cannot hold were replaced",)


def test_a_workshop_without_notes_gives_the_headers(tmp_path: Path) -> None:
    target = tmp_path / "notes.csv"
    write_notes_csv(gather(Workshop.titled("Nothing yet")), target)
    assert read(target) == []
    assert target.read_text(encoding="utf-8-sig").startswith("Number,Text,")


def test_the_old_file_stays_when_the_new_one_is_not_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "notes.csv"
    target.write_text("old", encoding="utf-8")
    monkeypatch.setattr(notes_csv, "_write", lambda part, records: part.write_text("Number,Te"))
    with pytest.raises(WriteFailedError, match="did not come out whole"):
        write_notes_csv(gather(workshop_of("a")), target)
    assert target.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["notes.csv"]
