"""Text from outside, made safe to draw and to store in a PDF."""

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")
_SURROGATES = re.compile("[\ud800-\udfff]")


def clean_text(text: str) -> str:
    """The same text in composed form (NFC), with newlines as its only control characters.

    Other line ends become newlines, tabs a space, lone surrogates U+FFFD; the rest of the control
    characters has no shape and goes.
    """
    if text.isascii() and text.isprintable():
        return text
    text = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    text = _SURROGATES.sub("\ufffd", _CONTROLS.sub("", text))
    return unicodedata.normalize("NFC", text)


def one_line(text: str) -> str:
    """`clean_text` with newlines as spaces: for titles, bookmarks and table heads."""
    return clean_text(text).replace("\n", " ")
