"""From the bytes of a CSV file to its text: by its mark, as UTF-8, or as it is told; no guessing.

Spreadsheet programs write whatever the computer is set to and say so nowhere. A wrong guess turns
every “ü” into rubbish that is noticed in front of the group, so the person chooses.
"""

import codecs
import re
import unicodedata

from motworkshop.errors import UnreadableInputError
from motworkshop.values import dataclass

_MARKS = (  # UTF-32 first: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CANDIDATES = ("cp1252", "mac-roman", "shift_jis", "gb18030", "cp1250", "cp1251", "cp850")
_MOST_CANDIDATES = 6
_SENSELESS = frozenset({"Cc", "Cn", "Co"})  # control, unassigned, private: no one wrote these
_AROUND = 20  # characters shown before and after the first that is not ASCII
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_WORD_ENDS = re.compile(r'[\s,;|"]')


@dataclass(frozen=True, slots=True)
class Candidate:
    """An encoding that a file could be in, and how its first words beyond ASCII look then."""

    encoding: str
    sample: str


class EncodingUnknownError(UnreadableInputError):
    """A CSV file that is not UTF-8 and does not say what else it is; the person has to."""

    def __init__(self, sentence: str, candidates: tuple[Candidate, ...] = ()) -> None:
        super().__init__(sentence)
        self.candidates = candidates


def decode(content: bytes, name: str, encoding: str | None) -> str:
    """The text of a CSV file called `name`; a mark at its beginning settles the encoding."""
    told = _marked(content) or encoding
    if told is not None:
        return _decoded(content, name, told).removeprefix("\ufeff")
    unmarked = _utf16_without_mark(content)
    if unmarked is not None:
        return unmarked
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _unknown(name, _candidates(content)) from error


def line_at(text: str, position: int) -> int:
    """The number of the line in which a position of the text lies."""
    before = text[:position]
    return before.count("\n") + before.count("\r") - before.count("\r\n") + 1


def _marked(content: bytes) -> str | None:
    return next((encoding for mark, encoding in _MARKS if content.startswith(mark)), None)


def _decoded(content: bytes, name: str, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        before = content[: error.start].decode(encoding, "replace")
        raise UnreadableInputError(
            f"{name} is not {encoding}: line {line_at(before, len(before))} holds bytes that do "
            "not exist in it; name another --encoding, or save the file as CSV UTF-8."
        ) from error
    except (LookupError, ValueError) as error:
        raise UnreadableInputError(
            f"“{encoding}” is not an encoding of text: known are, among others, utf-8, utf-16, "
            f"{', '.join(_CANDIDATES)}."
        ) from error


def _utf16_without_mark(content: bytes) -> str | None:
    """Zeros in every second byte only are UTF-16; a stray one in good UTF-8 is not."""
    even, odd = content[::2].count(0), content[1::2].count(0)
    zeros = even + odd
    if len(content) % 2 or not zeros or (even and odd):
        return None
    if zeros * 4 < len(content) and _decoded_or_none(content, "utf-8") is not None:
        return None
    return _decoded_or_none(content, "utf-16-be" if even else "utf-16-le")


def _decoded_or_none(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _unknown(name: str, candidates: tuple[Candidate, ...]) -> EncodingUnknownError:
    looks = ", ".join(f"{each.encoding} gives “{each.sample}”" for each in candidates)
    return EncodingUnknownError(
        f"{name} is not UTF-8 and does not say in which encoding it is: name it with "
        f"--encoding ({looks or 'such as cp1252 or utf-16'}), or save it as CSV UTF-8.",
        candidates,
    )


def _candidates(content: bytes) -> tuple[Candidate, ...]:
    """Those under which the whole file can be read, without those that show the same."""
    found: dict[str, str] = {}
    for encoding in _CANDIDATES:
        text = _decoded_or_none(content, encoding)
        if text is None:
            continue
        sample = _sample(text)
        if not any(unicodedata.category(character) in _SENSELESS for character in sample):
            found.setdefault(sample, encoding)
    chosen = [Candidate(encoding, sample) for sample, encoding in found.items()]
    return tuple(chosen[:_MOST_CANDIDATES])


def _sample(text: str) -> str:
    found = _BEYOND_ASCII.search(text)
    first = found.start() if found else 0
    before = _WORD_ENDS.split(text[max(0, first - _AROUND) : first])[-1]
    after = _WORD_ENDS.split(text[first : first + _AROUND])[0]
    return before + after
