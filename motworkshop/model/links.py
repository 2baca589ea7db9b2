"""Links in notes: what may be opened at all, and the address exactly as it will be opened.

Somebody else has written the text, so a link shows where it goes, letter by letter in ASCII, and
only the web and mail are reached (safety.md, D: links).
"""

import re
from ipaddress import IPv6Address
from string import ascii_letters, digits
from unicodedata import category
from urllib.parse import SplitResult, quote, urlsplit

from motworkshop.errors import RefusedError
from motworkshop.model.records import Note
from motworkshop.values import dataclass

LONGEST = 2000
_SCHEMES = ("http", "https", "mailto")
_NAMED = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_HOST = re.compile(r"(?=.{1,253}$)[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*\.?", re.ASCII)
_ADDRESS = re.compile(r"[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+", re.ASCII)
_FOUND = re.compile(r"(?:https?://|mailto:|www\.)[^\s<>\"“”„«»]+", re.IGNORECASE)
_AFTER = ".,;:!?'’)]}…"
_NUMBERED = re.compile("%([0-9A-Fa-f]{2})")
_STRAY = re.compile("%(?![0-9A-Fa-f]{2})")
_UNRESERVED = frozenset(ascii_letters + digits + "-._~")
_SAFE = "/?&=#:;,+@!$'()*~%.-_"


class LinkError(RefusedError):
    """An address is not opened; says why."""


@dataclass(frozen=True, slots=True)
class Link:
    """An address that may be opened: `url` is all of it, `place` where it leads, both in ASCII."""

    url: str
    place: str


def link_of(text: str) -> Link:
    """The link that a text is; one without a scheme is one of the web.

    Raises:
        LinkError: it is no address, or one that is not opened from here.
    """
    text = text.strip()
    if not text or len(text) > LONGEST:
        raise LinkError("This is no address that can be opened.")
    if any(category(sign) in {"Cc", "Cf", "Cs", "Co", "Zs", "Zl", "Zp"} for sign in text):
        raise LinkError("The address holds signs that cannot be seen, so it is not opened.")
    if "\\" in text:
        raise LinkError("The address holds a backslash, so it is not opened.")
    if not _NAMED.match(text) or re.match(r"[^/:@]+\.[^/:@]+:\d", text):
        text = f"https://{text}"
    scheme = text.partition(":")[0].lower()
    if scheme not in _SCHEMES:
        raise LinkError(f"Only web and mail addresses are opened, not “{scheme}:”.")
    return _mail(text) if scheme == "mailto" else _web(text)


def links_in(note: Note) -> list[Link]:
    """The links of a note, each once: its own, and those in its text and details."""
    found = [note.link] if note.link.strip() else []
    found += [_trimmed(one.group()) for one in _FOUND.finditer(f"{note.text}\n{note.details}")]
    links: dict[str, Link] = {}
    for text in found:
        try:
            link = link_of(text)
        except LinkError:
            continue
        links.setdefault(link.url, link)
    return list(links.values())


def _web(text: str) -> Link:
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError as fault:
        raise LinkError("This is no address that can be opened.") from fault
    if "@" in parts.netloc:
        raise LinkError("The address hides its place behind a name and “@”, so it is not opened.")
    host = _ascii_host(parts)
    place = f"{host}:{port}" if port is not None else host
    rest = _plainly(quote(text.partition("://")[2][len(parts.netloc) :], safe=_SAFE))
    return Link(f"{parts.scheme.lower()}://{place}{rest}", place)


def _plainly(rest: str) -> str:
    """Written as whoever opens it will write it: no letter as a number, no other way of a number."""

    def written(found: re.Match[str]) -> str:
        sign = chr(int(found.group(1), 16))
        return sign if sign in _UNRESERVED else found.group().upper()

    return _NUMBERED.sub(written, _STRAY.sub("%25", rest))


def _ascii_host(parts: SplitResult) -> str:
    """The host as it is looked up: letters of other scripts as punycode."""
    host = parts.hostname or ""
    try:
        if ":" in host:
            return f"[{IPv6Address(host)}]"
        plain = host.encode("idna").decode("ascii").lower()
    except (UnicodeError, ValueError) as fault:
        raise LinkError("This is no address that can be opened.") from fault
    if not _HOST.fullmatch(plain):
        raise LinkError("This is no address that can be opened.")
    return plain


def _mail(text: str) -> Link:
    address = text.partition(":")[2]
    if not _ADDRESS.fullmatch(address):
        raise LinkError("This is no mail address that can be opened.")
    return Link(f"mailto:{address}", address)


def _trimmed(text: str) -> str:
    """Without what belongs to the sentence around it."""
    while text and text[-1] in _AFTER:
        if text[-1] == ")" and text.count("(") >= text.count(")"):
            break
        text = text[:-1]
    return text
