"""Joined, stacked and kerned glyphs by HarfBuzz, for what one glyph per character cannot show."""

import importlib
from collections.abc import Iterator
from itertools import groupby
from types import MappingProxyType
from typing import Any

from motworkshop.values import dataclass

_JOINER = "\u200d"
# Readers put right-to-left text back in order and turn its brackets: they want what is drawn.
_MIRRORED = MappingProxyType(dict(zip("()[]{}<>«»", ")(][}{><»«", strict=True)))


@dataclass(frozen=True, slots=True)
class Glyph:
    """One drawn shape: its number in the font, the text it stands for, lengths in 1/1000 em."""

    number: int
    text: str
    advance: float
    right: float
    up: float


class Shaper:
    """Shapes text in one font."""

    def __init__(self, font_file: bytes, units_per_em: int) -> None:
        # HarfBuzz has no type hints and is needed by few documents: imported here, not above.
        self._harfbuzz: Any = importlib.import_module("uharfbuzz")
        self._font = self._harfbuzz.Font(self._harfbuzz.Face(font_file))
        self._scale = 1000 / units_per_em

    def shape(
        self, text: str, *, is_right_to_left: bool = False, features: dict[str, bool] | None = None
    ) -> list[Glyph]:
        """The glyphs from left to right as they stand on paper."""
        buffer = self._harfbuzz.Buffer()
        buffer.cluster_level = self._harfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.flags = self._harfbuzz.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if is_right_to_left else "ltr"
        self._harfbuzz.shape(self._font, buffer, features or {})
        step = -1 if is_right_to_left else 1
        return list(self._glyphs(text, buffer.glyph_infos, buffer.glyph_positions, step))

    def _glyphs(self, text: str, shapes: Any, places: Any, step: int) -> Iterator[Glyph]:
        starts = sorted({0, *(shape.cluster for shape in shapes)})
        ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
        pairs = zip(shapes, places, strict=True)
        for start, group in groupby(pairs, key=lambda pair: pair[0].cluster):
            said = text[start : ends[start]]
            members = list(group)
            texts = _shared_out(said, len(members))
            if step < 0 and said in _MIRRORED:
                texts = [_MIRRORED[said]]
            for (shape, place), part in zip(members, texts[::step], strict=True):
                yield self._glyph(shape.codepoint, part, place)

    def _glyph(self, number: int, text: str, place: Any) -> Glyph:
        scale = self._scale
        return Glyph(
            number,
            text,
            place.x_advance * scale,
            place.x_offset * scale,
            place.y_offset * scale,
        )


def _shared_out(text: str, count: int) -> list[str]:
    """The text of `count` glyphs that belong together, in reading order: nothing is lost.

    A glyph left without text, such as the dots of an Arabic letter, stands for a joiner, which
    shows nowhere; without any, Chrome would copy out its code as a control character.
    """
    parts = [text[place : place + 1] for place in range(count - 1)] + [text[count - 1 :]]
    return [part or _JOINER for part in parts]
