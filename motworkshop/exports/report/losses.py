"""What could not be shown as it was written, in sentences."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields

from motworkshop.model.records import Record
from motworkshop.model.workshop import Workshop

_UNDRAWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_BROKEN = re.compile("[\ud800-\udfff]")
_MOST_NAMED = 12


def losses(workshop: Workshop, missing: Mapping[str, int]) -> tuple[str, ...]:
    """`missing` are the characters drawn as □, with how often."""
    controls = broken = 0
    for text in _texts(workshop):
        if not text.isascii() or not text.isprintable():
            controls += len(_UNDRAWABLE.findall(text))
            broken += len(_BROKEN.findall(text))
    told = []
    if missing:
        told.append(_missing_sentence(missing))
    if broken:
        told.append(f"{_were(broken, 'half character')} replaced by �")
    if controls:
        told.append(f"{_were(controls, 'control character')} left out: they have no shape")
    return tuple(told)


def _missing_sentence(missing: Mapping[str, int]) -> str:
    count = len(missing)
    codes = [f"U+{ord(character):04X}" for character in sorted(missing)]
    more = f" and {count - _MOST_NAMED:,} more" if count > _MOST_NAMED else ""
    what = "1 character is" if count == 1 else f"{count:,} characters are"
    named = ", ".join(codes[:_MOST_NAMED])
    return f"{what} in none of the fonts and drawn as □: {named}{more}"


def _were(count: int, noun: str) -> str:
    return f"1 {noun} was" if count == 1 else f"{count:,} {noun}s were"


def _texts(workshop: Workshop) -> Iterator[str]:
    names: dict[type[Record], list[str]] = {}
    for record in workshop.records():
        kind = type(record)
        if kind not in names:
            names[kind] = [field.name for field in fields(kind) if field.name != "id"]
        for name in names[kind]:
            value = getattr(record, name)
            if isinstance(value, str):
                yield value
