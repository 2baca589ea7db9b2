"""Breaking text into lines of a given width."""

import re
from typing import NamedTuple

from motworkshop.exports.typeset.bidi import starts_right_to_left
from motworkshop.exports.typeset.clean import clean_text
from motworkshop.exports.typeset.clusters import clusters
from motworkshop.exports.typeset.fonts import Fonts, Gauge
from motworkshop.exports.typeset.styles import TextStyle

_ELLIPSIS = "…"
_AFTER_HYPHEN = re.compile(r"(?<=[^\W\d_][-–—])(?=\w)|(?<=[/\\@])(?=\w)")
_IDEOGRAPH = re.compile(
    "[\u2e80-\u2fff\u3000-\u30ff\u3130-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
)
_NOT_FIRST = frozenset(
    "、。，．・：；？！）］｝〕〉》」』】〙〗ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ%,.:;?!)]}…’”"
)
_NOT_LAST = frozenset("（［｛〔〈《「『【〘〖([{‘“")


class Line(NamedTuple):
    """One line as it will stand; width in points."""

    text: str
    width: float
    is_right_to_left: bool = False


def wrap(
    fonts: Fonts, text: str, style: TextStyle, width: float, max_lines: int | None = None
) -> list[Line]:
    """`text` in lines of at most `width` points; its own newlines stay.

    Lines break at spaces, after hyphens and slashes, between Chinese and Japanese characters, and
    inside a word only where it is longer than a line. Only with `max_lines` is anything left out,
    and then the last line ends in "…".
    """
    gauge = fonts.gauge(style)
    limit = width * 1000 / style.size
    scale = style.size / 1000
    lines: list[Line] = []
    for paragraph in clean_text(text).split("\n"):
        turns = starts_right_to_left(paragraph)
        for part, part_width in _broken(paragraph, gauge, limit):
            if max_lines is not None and len(lines) == max_lines:
                lines[-1] = _cut(lines[-1], gauge, limit, scale)
                return lines
            lines.append(Line(part, part_width * scale, turns))
    return lines


def _broken(paragraph: str, gauge: Gauge, limit: float) -> list[tuple[str, float]]:
    limit += 0.01  # a line measured once must fit its own width
    words = paragraph.split(" ")
    width = sum(map(gauge.__getitem__, words)) + gauge[" "] * (len(words) - 1)
    if width <= limit:
        return [(paragraph, width)]
    filling = _Filling(gauge, limit)
    filling.add(words)
    return filling.finished()


class _Filling:
    """Lines being filled; widths in 1/1000 em."""

    def __init__(self, gauge: Gauge, limit: float) -> None:
        self._gauge = gauge
        self._limit = limit
        self._space = gauge[" "]
        self._lines: list[tuple[str, float]] = []
        self._parts: list[str] = []
        self._used = 0.0
        self._is_started = False

    def add(self, words: list[str]) -> None:
        """Each word with a space before it, unless it begins a line."""
        start, used = 0, self._used - (0 if self._is_started else self._space)
        for place, word in enumerate(words):
            width = self._space + self._gauge[word]
            if used + width <= self._limit:
                used += width
                continue
            self._append_words(words[start:place])
            self._add_in_fragments(word)
            start, used = place + 1, self._used
        self._append_words(words[start:])

    def finished(self) -> list[tuple[str, float]]:
        """All lines; an empty paragraph is one empty line."""
        self._end_line()
        return self._lines

    def _append_words(self, words: list[str]) -> None:
        if words:
            part = " " + " ".join(words) if self._is_started else " ".join(words)
            spaces = len(words) if self._is_started else len(words) - 1
            self._append(part, sum(map(self._gauge.__getitem__, words)) + spaces * self._space)

    def _append(self, part: str, width: float) -> None:
        self._parts.append(part)
        self._used += width
        self._is_started = True

    def _end_line(self) -> None:
        self._lines.append(("".join(self._parts), self._used))
        self._parts = []
        self._used = 0.0
        self._is_started = False

    def _add_in_fragments(self, word: str) -> None:
        fragments = _fragments(word)
        has_begun = False
        for fragment in fragments:
            width = self._gauge[fragment]
            glue = " " if self._is_started and not has_begun else ""
            needed = width + (self._space if glue else 0)
            if self._used + needed > self._limit and self._is_started:
                self._end_line()
                glue, needed = "", width
            if needed <= self._limit:
                self._append(glue + fragment, needed)
            else:
                self._add_in_clusters(fragment)
            has_begun = True

    def _add_in_clusters(self, fragment: str) -> None:
        """A fragment longer than a line, begun on a line of its own."""
        for cluster in clusters(fragment):
            width = self._gauge[cluster]
            if self._is_started and self._used + width > self._limit:
                self._end_line()
            self._append(cluster, width)


def _fragments(word: str) -> list[str]:
    """A word cut wherever a line may end inside it."""
    fragments = _AFTER_HYPHEN.split(word)
    if word.isascii() or not _IDEOGRAPH.search(word):
        return fragments
    return [piece for fragment in fragments for piece in _between_ideographs(fragment)]


def _between_ideographs(fragment: str) -> list[str]:
    pieces: list[str] = []
    is_after_ideograph = False
    for cluster in clusters(fragment):
        is_ideograph = _IDEOGRAPH.match(cluster) is not None
        may_break = (is_ideograph or is_after_ideograph) and pieces
        if may_break and cluster[0] not in _NOT_FIRST and pieces[-1][-1] not in _NOT_LAST:
            pieces.append(cluster)
        elif pieces:
            pieces[-1] += cluster
        else:
            pieces.append(cluster)
        is_after_ideograph = is_ideograph
    return pieces


def _cut(line: Line, gauge: Gauge, limit: float, scale: float) -> Line:
    """The line shortened until "…" fits behind it."""
    kept = clusters(line.text.rstrip())
    width = sum(gauge[cluster] for cluster in kept) + gauge[_ELLIPSIS]
    while kept and width > limit:
        width -= gauge[kept.pop()]
    text = "".join(kept).rstrip() + _ELLIPSIS
    return Line(text, width * scale, line.is_right_to_left)
