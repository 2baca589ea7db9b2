"""An excerpt as text: JSON for another workshop, tabbed text and a table for everybody else.

Values stand as they are in the tabbed text, as in our CSV (exports/notes_csv.py). In the table
every cell says that it is text, so that a spreadsheet takes none for a formula.
"""

import csv
import io
import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from dataclasses import fields
from html import escape
from typing import Any

from motworkshop.errors import RefusedError
from motworkshop.model.excerpt import CopiedNote, CopiedPicture, Excerpt
from motworkshop.model.limits import MEDIA_TYPES, NOTES_PER_BOARD
from motworkshop.model.pasting import cleaned
from motworkshop.model.records import Control, MomentType

FORMAT = 1
MOST_BYTES = 200_000_000
COLUMNS = {
    "Text": "text", "Stage": "stage", "Lane": "lane", "Category": "category", "Author": "author",
    "Department": "department", "Channel": "channel", "Control": "control",
    "Moment type": "moment_type", "Expectation": "expectation", "Experience": "experience",
    "Importance": "importance", "Emotion": "emotion", "Link": "link", "Details": "details",
}  # fmt: skip
_TEXT_CELL = "mso-number-format:'\\@'; white-space:pre-wrap"


def to_json(excerpt: Excerpt) -> bytes:
    """All of it, for another workshop."""
    notes = [_sparse(note) for note in excerpt.notes]
    pictures = [
        {
            "media_type": one.media_type,
            "content": b64encode(one.content).decode("ascii"),
            "width": one.width,
            "height": one.height,
        }
        for one in excerpt.pictures
    ]
    return json.dumps({"format": FORMAT, "notes": notes, "pictures": pictures}).encode()


def from_json(content: bytes) -> Excerpt:
    """What another window has copied; any program can write this, so nothing is taken on trust.

    Raises:
        RefusedError: it is not what `to_json` writes.
    """
    try:
        if len(content) > MOST_BYTES:
            raise ValueError("too large")
        found = json.loads(content)
        if not isinstance(found, dict):
            raise TypeError("no object")
        if found["format"] != FORMAT or len(found["notes"]) > NOTES_PER_BOARD:
            raise ValueError("another format")
        pictures = tuple(_picture(one) for one in found["pictures"])
        notes = tuple(_note(one, len(found["notes"]), len(pictures)) for one in found["notes"])
        _check_clusters(notes)
    except (ValueError, LookupError, TypeError, ArithmeticError, RecursionError) as fault:
        raise RefusedError("What was copied cannot be read here. Copy it again.") from fault
    return Excerpt(notes, pictures)


def to_plain(excerpt: Excerpt) -> str:
    """The text of one note, or a table with a line for each."""
    if len(excerpt.notes) == 1:
        return excerpt.notes[0].text
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter="\t", lineterminator="\n")
    writer.writerows(_table(excerpt))
    return stream.getvalue()


def to_html(excerpt: Excerpt) -> str:
    """A table in which every cell is text."""
    first, *rest = _table(excerpt)
    head = "".join(f"<th>{escape(cell)}</th>" for cell in first)
    rows = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rest)
    meta = '<meta charset="utf-8">'
    return f"<html><head>{meta}</head><body><table><tr>{head}</tr>{rows}</table></body></html>"


def _cell(text: str) -> str:
    lines = escape(text).replace("\n", '<br style="mso-data-placement:same-cell">')
    return f'<td style="{_TEXT_CELL}">{lines}</td>'


def _table(excerpt: Excerpt) -> list[list[str]]:
    """Only the columns in which something stands."""
    used = {
        header: name
        for header, name in COLUMNS.items()
        if name == "text" or any(_written(note, name) for note in excerpt.notes)
    }
    rows = [[_written(note, name) for name in used.values()] for note in excerpt.notes]
    return [list(used), *rows]


def _written(note: CopiedNote, name: str) -> str:
    value = getattr(note, name)
    return "" if value is None else str(value)


def _sparse(note: CopiedNote) -> dict[str, object]:
    """Only what is not as in an empty note."""
    values = {one.name: getattr(note, one.name) for one in fields(note)}
    blank = CopiedNote("")
    return {name: value for name, value in values.items() if value != getattr(blank, name)}


def _note(found: Mapping[str, Any], notes: int, pictures: int) -> CopiedNote:
    taken = {name: _READERS[name](value) for name, value in found.items() if name in _READERS}
    note = CopiedNote(**taken)
    if note.under is not None and not 0 <= note.under < notes:
        raise ValueError("a lead that is not there")
    if note.picture is not None and not 0 <= note.picture < pictures:
        raise ValueError("a picture that is not there")
    return note


def _check_clusters(notes: tuple[CopiedNote, ...]) -> None:
    for place, note in enumerate(notes):
        if note.under is not None and (note.under == place or notes[note.under].under is not None):
            raise ValueError("a lead that lies under another note")


def _picture(found: Mapping[str, Any]) -> CopiedPicture:
    content = b64decode(_text(found["content"]), validate=True)
    size = (_whole(found["width"]), _whole(found["height"]))
    if found["media_type"] not in MEDIA_TYPES:
        raise ValueError("another kind of picture")
    return CopiedPicture(found["media_type"], content, *size)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    return cleaned(value)


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError("no whole number")
    return value


def _number(value: object) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise TypeError("no number")
    return float(value)


_WHOLE = ("emotion", "expectation", "experience", "importance", "height", "under", "picture")
_READERS: Mapping[str, Callable[[Any], Any]] = {
    **{one.name: _text for one in fields(CopiedNote)},
    **dict.fromkeys(_WHOLE, _whole),
    **dict.fromkeys(("x", "y"), _number),
    "control": Control,
    "moment_type": MomentType,
}
