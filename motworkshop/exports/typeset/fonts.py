"""The fonts of one document and the choice among them, character by character."""

from collections import Counter
from itertools import groupby
from pathlib import Path

from motworkshop.exports.typeset import fallback
from motworkshop.exports.typeset.bidi import has_right_to_left, visual_order
from motworkshop.exports.typeset.clean import one_line
from motworkshop.exports.typeset.clusters import clusters, is_mark
from motworkshop.exports.typeset.face import Face, FontUnreadableError
from motworkshop.exports.typeset.shaping import Glyph
from motworkshop.exports.typeset.styles import TextStyle, Weight
from motworkshop.paths import resource_path
from motworkshop.values import dataclass

_BOX = "\u25a1"


@dataclass(frozen=True, slots=True)
class Run:
    """Glyphs of one face in a row: pairs of rise (1/1000 em) and the operand of `TJ`."""

    face: Face
    pieces: tuple[tuple[float, str], ...]
    width: float


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line of text set in glyphs, from left to right; width in 1/1000 em."""

    runs: tuple[Run, ...]
    width: float
    missing: str


class Gauge(dict[str, float]):
    """Word to width in 1/1000 em for one look; each word is measured once per document."""

    def __init__(self, fonts: "Fonts", style: TextStyle) -> None:
        super().__init__()
        self._fonts = fonts
        self._style = style
        is_plain = not (style.is_kerned or style.is_tabular)
        self._advances = fonts.main_face(style.weight).advances if is_plain else {}

    def __missing__(self, word: str) -> float:
        try:
            width = sum(map(self._advances.__getitem__, word))
        except KeyError:
            width = self._fonts.set_line(word, self._style).width
        self[word] = width
        return width


class Fonts:
    """Made once per document. A font is loaded when a text first needs it.

    `missing` counts the characters drawn as a box because no font has them. Raises
    FontUnreadableError where a font file is missing or damaged.
    """

    def __init__(self, folder: Path | None = None) -> None:
        try:
            self._folder = folder or resource_path("fonts")
        except FileNotFoundError as error:
            raise FontUnreadableError(str(error)) from error
        self._faces: dict[str, Face] = {}
        self._gauges: dict[tuple[Weight, bool, bool], Gauge] = {}
        self._set_lines: dict[tuple[str, Weight, bool, bool, bool], SetLine] = {}
        self._names: dict[tuple[str, Weight], str | None] = {}
        self.missing: Counter[str] = Counter()

    @property
    def faces(self) -> tuple[Face, ...]:
        """Every font loaded so far."""
        return tuple(self._faces.values())

    def main_face(self, weight: Weight) -> Face:
        """The face of Inter."""
        return self._face(f"Inter-{weight.value}")

    def gauge(self, style: TextStyle) -> Gauge:
        """Widths of words in this style, in 1/1000 of its size."""
        key = (style.weight, style.is_kerned, style.is_tabular)
        if key not in self._gauges:
            self._gauges[key] = Gauge(self, style)
        return self._gauges[key]

    def width(self, text: str, style: TextStyle) -> float:
        """In points, of one line."""
        return self.gauge(style)[text] * style.size / 1000

    def set_line(self, text: str, style: TextStyle, is_right_to_left: bool = False) -> SetLine:
        """One line in glyphs of whatever fonts have them, in the order of the page."""
        key = (text, style.weight, style.is_kerned, style.is_tabular, is_right_to_left)
        if key not in self._set_lines:
            is_figures = style.is_tabular and len(text) > 1 and text.isascii() and text.isdigit()
            self._set_lines[key] = (
                self._figures(text, style)
                if is_figures
                else self._set(one_line(text), style, is_right_to_left)
            )
        return self._set_lines[key]

    def _face(self, name: str) -> Face:
        if name not in self._faces:
            face = Face(self._folder / f"{name}.ttf", f"F{len(self._faces) + 1}")
            self._faces[name] = face
        return self._faces[name]

    def _figures(self, text: str, style: TextStyle) -> SetLine:
        """Figures of one width stand side by side as they stand alone: not shaped again."""
        runs = [self.set_line(figure, style).runs[0] for figure in text]
        codes = "".join(run.pieces[0][1] for run in runs).replace("><", "")
        width = sum(run.width for run in runs)
        return SetLine((Run(runs[0].face, ((0, codes),), width),), width, "")

    def _set(self, text: str, style: TextStyle, is_right_to_left: bool) -> SetLine:
        pieces = [(text, False)]
        if is_right_to_left or has_right_to_left(text):
            pieces = visual_order(text, is_right_to_left)
        runs: list[Run] = []
        missing: list[str] = []
        for piece, is_backwards in pieces:
            parts = self._parts(piece, style.weight)
            for name, part in reversed(parts) if is_backwards else parts:
                if name is None:
                    missing += part
                    runs.append(self._boxes(part, style.weight))
                else:
                    runs.append(self._run(name, part, style, is_backwards))
        return SetLine(tuple(runs), sum(run.width for run in runs), "".join(missing))

    def _parts(self, text: str, weight: Weight) -> list[tuple[str | None, str]]:
        """`text` cut where font or script changes; None where no font has the characters."""
        known: list[tuple[str | None, str, str]] = []
        for cluster in clusters(text):
            previous, script, _ = known[-1] if known else (None, "", "")
            name = self._name_for(cluster, weight, previous)
            known.append((name, fallback.script_of(cluster, script), cluster))
        return [
            (key[0], "".join(cluster for _, _, cluster in group))
            for key, group in groupby(known, key=lambda part: part[:2])
        ]

    def _name_for(self, cluster: str, weight: Weight, previous: str | None) -> str | None:
        """The font for a cluster; what is never drawn stays in the font before it."""
        key = (cluster, weight)
        if key not in self._names:
            drawn = [c for c in cluster if not fallback.is_invisible(c)]
            if not drawn:
                return previous or f"Inter-{weight.value}"
            self._names[key] = self._chosen(drawn, weight)
        return self._names[key]

    def _chosen(self, drawn: list[str], weight: Weight) -> str | None:
        """The first font that has all of the characters, else the first with the first of them."""
        names = [f"Inter-{weight.value}", *fallback.names_for(drawn[0])]
        for wanted in (drawn, drawn[:1]):
            for name in names:
                if all(map(self._face(name).covers, wanted)):
                    return name
        return None

    def _run(self, name: str, text: str, style: TextStyle, is_backwards: bool) -> Run:
        face = self._face(name)
        is_main = name.startswith("Inter-")
        is_refined = is_main and (style.is_kerned or style.is_tabular)
        if not (is_refined or is_backwards or name in fallback.SHAPED or any(map(is_mark, text))):
            return _plain_run(face, text)
        features = {"calt": False, "liga": False, "tnum": style.is_tabular} if is_main else {}
        glyphs = face.shaper.shape(text, is_right_to_left=is_backwards, features=features)
        return _shaped_run(face, glyphs)

    def _boxes(self, text: str, weight: Weight) -> Run:
        """A visible box for each cluster, which is still copied out as what was written."""
        face = self.main_face(weight)
        number = face.glyph_number(_BOX)
        found = clusters(text)
        body = "".join(face.code(number, cluster) for cluster in found)
        return Run(face, ((0, f"<{body}>"),), face.glyph_width(number) * len(found))


def _plain_run(face: Face, text: str) -> Run:
    codes = "".join(map(face.codes.__getitem__, text))
    return Run(face, ((0, f"<{codes}>"),), sum(map(face.advances.__getitem__, text)))


def _shaped_run(face: Face, glyphs: list[Glyph]) -> Run:
    """`TJ` moves the pen left by its numbers: out to each glyph, and on to the next one."""
    pieces: list[tuple[float, str]] = []
    for rise, group in groupby(glyphs, key=lambda glyph: glyph.up):
        parts = []
        for glyph in group:
            code = face.code(glyph.number, glyph.text)
            after = face.glyph_width(glyph.number) + glyph.right - glyph.advance
            parts.append(_moved(-glyph.right) + f"<{code}>" + _moved(after))
        pieces.append((rise, "".join(parts).replace("><", "")))
    return Run(face, tuple(pieces), sum(glyph.advance for glyph in glyphs))


def _moved(distance: float) -> str:
    return "" if abs(distance) < 0.05 else f" {distance:.1f} "
