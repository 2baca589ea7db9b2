"""How the report says dates, numbers and lists."""

from collections.abc import Sequence
from datetime import date

from motworkshop.model.voting import counted

_NUMBERS = (
    *("no", "one", "two", "three", "four", "five", "six", "seven"),
    *("eight", "nine", "ten", "eleven", "twelve"),
)
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def in_words(number: int) -> str:
    """A small number as a word, others in figures."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else f"{number:,}"


def date_in_words(iso: str) -> str:
    """ "2026-04-16" as "16 April 2026"; what is no such date stays as it is."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def figure(value: float | None, digits: int = 10) -> str:
    """A number without a tail of noughts; "–" for none."""
    return "–" if value is None else f"{value:,.{digits}g}".replace("-", "−")


def one_decimal(value: float | None) -> str:
    """A mean: "3.4"; "–" for none."""
    if value is None:
        return "–"
    return "0.0" if abs(value) < 0.05 else f"{value:.1f}".replace("-", "−")


def signed(value: float | None) -> str:
    """A mean with its sign: "+0.5"; "–" for none."""
    if value is None:
        return "–"
    return "0.0" if abs(value) < 0.05 else f"{value:+.1f}".replace("-", "−")


def two_decimals(value: float | None) -> str:
    """A coefficient: "0.16"; "–" for none."""
    return "–" if value is None else f"{value:.2f}"


def share(part: float) -> str:
    """0.24 as "24 %"."""
    return f"{part * 100:.0f} %"


def listed(items: Sequence[str]) -> str:
    """ "a, b and c"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def sentence(text: str) -> str:
    """With a capital letter at the beginning and a full stop at the end."""
    text = text.strip()
    stop = "" if not text or text[-1] in ".!?…。" else "."
    return text[:1].upper() + text[1:] + stop


def people(number: int) -> str:
    """ "1 person", "5 people"."""
    return "1 person" if number == 1 else f"{number:,} people"


def is_or_are(number: int, noun: str) -> str:
    """ "1 note is", "3 notes are"."""
    return f"{counted(number, noun)} {'is' if number == 1 else 'are'}"
