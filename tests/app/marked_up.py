"""A workshop with markup in every text of it, and where a window would take it for markup."""

from collections.abc import Iterator
from dataclasses import fields, replace
from itertools import cycle
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import Qt as QtText
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QTextEdit,
    QToolTip,
    QWidget,
)

from motworkshop.model.limits import TITLE_LENGTH
from motworkshop.model.records import PhaseKind, Picture, Record
from motworkshop.model.workshop import Workshop

WRITTEN = frozenset(
    [
        "title", "organisation", "facilitator", "place", "journey", "segment", "journey_start",
        "journey_end", "expected_departments", "prompts", "text", "notes", "name", "definition",
        "details", "department", "channel", "departments", "names", "source", "question", "sides",
        "reason", "ideal_experience", "freedom", "consulted", "unit", "how_often", "what", "side",
        "author",
    ]
)  # fmt: skip
"""Fields that people fill with words; in the others are ids, colours, dates and addresses."""

MARK = '<img src="{canary}"><b>'
HOSTILE = (
    "</b></p></html>", "<script>alert(1)</script>", "<style>*{color:red}</style>", "&amp;&lt;b&gt;",
    "<a href='file:///etc/passwd'>click</a>", "<table><tr><td>", "<!-- hidden -->", "<br>" * 20,
    "<img src='http://127.0.0.1:9/x.png'>", '<object data="x">', "<?xml version='1.0'?>", "<qt>",
    "=1+1", '=HYPERLINK("http://127.0.0.1:9")', "@SUM(A1)", "+1", "-1", "'; DROP TABLE note;--",
    "&&Both &File", "%1 %s {0} {name} %n", "bell \7 inside", "\x0b\x1b[31mred", "\u202eright to left",
    "a\u2028b\u2029c", "x" * 180, "\ud7ff\ue000\ufffd", "# head **bold** _i_ [l](file:///x)",
    "tab\tand  spaces ", "C:\\temp\\new", "\\\\server\\share\\x.png", "javascript:alert(1)",
    "data:text/html,<b>", "e\u0301\u0323 combined", "👩‍🚀 🇨🇭 👍🏽", "½ ≤ ∑ → ★", "“quoted” «so»",
    "0", "null", "…", "-" * 80,
)  # fmt: skip
SCRIPTS = (
    "Zürich Łódź", "Ελληνικά", "Кириллица", "עברית", "العربية", "हिन्दी", "ภาษาไทย", "한국어",
    "日本語かな", "简体中文", "Tiếng Việt", "ქართული", "Հայերեն",
)  # fmt: skip


def marked_up(workshop: Workshop, canary: str) -> Workshop:
    """The workshop with a picture tag before every text, and another hostile text after it."""
    marked = (MARK.format(canary=canary) + text for text in (*HOSTILE, *SCRIPTS))
    texts = cycle([text[:TITLE_LENGTH] for text in marked])
    return Workshop(_spoiled(one, texts) for one in workshop.records())


def _spoiled(record: Record, texts: Iterator[str]) -> Record:
    if isinstance(record, Picture):
        return record
    return replace(
        record,
        **{
            field.name: _spoiled_value(getattr(record, field.name), texts)
            for field in fields(record)
            if field.name in WRITTEN and not _is_reference(record, field.name)
        },
    )


def _is_reference(record: Record, name: str) -> bool:
    """`notes` are words of a phase, but the ballot of a round."""
    return name == "notes" and isinstance(getattr(record, name), tuple)


def _spoiled_value(value: Any, texts: Iterator[str]) -> Any:
    if isinstance(value, tuple):
        return tuple(next(texts) for _one in value)
    return value if isinstance(value, PhaseKind) else next(texts)


def taken_for_markup(window: QWidget, canary: str, shown: set[str] | None = None) -> Iterator[str]:
    """Each place in a window that reads our text as markup, in words. Tooltips are also shown, each
    once as `shown` tells, so that whatever Qt would load for them is loaded."""
    shown = set() if shown is None else shown
    for widget in [window, *window.findChildren(QWidget)]:
        where = f"{type(widget).__name__} “{widget.accessibleName() or widget.objectName()}”"
        yield from _in_texts(widget, canary, where)
        for kind, tip in _tips(widget):
            if canary in tip and tip not in shown:
                shown.add(tip)
                QToolTip.showText(QPoint(10, 10), tip)
                QApplication.processEvents()
            if _is_read_as_markup(tip, canary):
                yield f"{kind} of {where}: {tip[:80]!r}"
    QToolTip.hideText()


def _in_texts(widget: QWidget, canary: str, where: str) -> Iterator[str]:
    is_plain = isinstance(widget, QLabel) and widget.textFormat() is Qt.TextFormat.PlainText
    if isinstance(widget, QLabel) and not is_plain and canary in widget.text():
        yield f"{where} shows {widget.text()[:80]!r} in format {widget.textFormat().name}"
    if isinstance(widget, QTextEdit) and widget.acceptRichText():
        yield f"{where} takes rich text"


def _tips(widget: QWidget) -> Iterator[tuple[str, str]]:
    yield "tooltip", widget.toolTip()
    yield "help", widget.whatsThis()
    for action in widget.actions():
        yield "tooltip of an action", action.toolTip()
    if isinstance(widget, QAbstractItemView | QComboBox) and widget.model() is not None:
        yield from _tips_of_rows(widget.model(), QModelIndex())


def _tips_of_rows(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[tuple[str, str]]:
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)  # our lists and trees have one column
        yield "tooltip of a row", str(model.data(index, Qt.ItemDataRole.ToolTipRole) or "")
        yield from _tips_of_rows(model, index)


def _is_read_as_markup(tip: str, canary: str) -> bool:
    """Whether the text of a tooltip would be read as markup: its tags stand in it as tags, and Qt
    believes in them."""
    return canary in tip and "<img" in tip and QtText.mightBeRichText(tip)
