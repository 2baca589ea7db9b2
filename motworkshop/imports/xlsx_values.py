"""What the raw values of Excel cells mean as text: numbers, dates, and escaped characters."""

import re
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from math import isfinite

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel

from motworkshop.values import dataclass

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_MIDNIGHT = time(0)


@dataclass(frozen=True, slots=True)
class NumberFormats:
    """Which cell styles show a number as a date or as a length of time."""

    dates: frozenset[int] = frozenset()
    durations: frozenset[int] = frozenset()
    counts_from_1904: bool = False

    def text(self, raw: str, style: int) -> str:
        """A number as it reads; a `ValueError` if it is none."""
        number = float(raw)
        if not isfinite(number):
            raise ValueError(raw)
        if style in self.dates:
            with suppress(OverflowError, ValueError):  # no such day: Excel shows #### then
                return self._date_text(number, style)
        return number_text(number, raw)

    def _date_text(self, number: float, style: int) -> str:
        epoch = MAC_EPOCH if self.counts_from_1904 else WINDOWS_EPOCH
        moment = from_excel(number, epoch, timedelta=style in self.durations)
        if isinstance(moment, timedelta):
            minutes, seconds = divmod(round(moment.total_seconds()), 60)
            return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
        return moment_text(moment)


def number_formats(codes: dict[int, str], styles: list[int], is_1904: bool) -> NumberFormats:
    """From a workbook's own format codes and the code's number of every cell style."""
    known = BUILTIN_FORMATS | codes
    shown = [known.get(number) for number in styles]
    return NumberFormats(
        frozenset(style for style, code in enumerate(shown) if is_date_format(code)),
        frozenset(style for style, code in enumerate(shown) if is_timedelta_format(code)),
        is_1904,
    )


def number_text(number: float, raw: str) -> str:
    """3.0 as “3”, 0.1 + 0.2 as “0.3”: Excel keeps 15 digits; more of them are a number's name."""
    if raw.isascii() and raw.isdecimal() and len(raw) > 15:
        return raw
    if number.is_integer() and abs(number) < 1e15:
        return str(int(number))
    return f"{number:.15g}"


def moment_text(moment: date | datetime | time) -> str:
    """In ISO 8601, without a time of day where it is midnight."""
    if isinstance(moment, datetime) and moment.time() == _MIDNIGHT:
        return moment.date().isoformat()
    if isinstance(moment, datetime | time):
        return moment.isoformat(timespec="seconds")
    return moment.isoformat()


def iso_text(raw: str) -> str:
    """A date that is written out in the file, in the same form as the others."""
    with suppress(ValueError):
        return moment_text(datetime.fromisoformat(raw.removesuffix("Z")))
    return raw


def unescaped(text: str) -> str:
    """ECMA-376, ST_Xstring: “_x0041_” is “A”, so a written “_x0041_” is “_x005F_x0041_”.

    What no text can hold, a zero or half a character, becomes U+FFFD.
    """
    if "_x" in text:
        text = _ESCAPED.sub(lambda found: chr(int(found.group(1), 16) or 0xFFFD), text)
        if not text.isascii():  # halves of a pair that were escaped one by one
            text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
