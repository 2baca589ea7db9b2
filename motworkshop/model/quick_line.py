"""One line as it is typed while somebody reads a note out: “Book> The price jumps #rescue @Eva”."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from motworkshop.model.lookalikes import plain_text
from motworkshop.model.memory import reads
from motworkshop.model.records import Category, Id, Participant, Person, Stage
from motworkshop.model.workshop import Workshop
from motworkshop.values import dataclass

CATEGORY, AUTHOR = "#", "@"
_OPENING, _CLOSING = '"“„«”', '"”“»'
_QUOTED = re.compile(f"[{_OPENING}]([^{_OPENING}{_CLOSING}]+)[{_CLOSING}]")
_QUOTED_STAGE = re.compile(rf"(?<!\S){_QUOTED.pattern}\s*>")
_WORD = re.compile(r"\S+")
_STOPS = ",;:.!?)"
_NAMED_STAGE = re.compile(r"\S[^>\s]*>(?:\s|$)")


@dataclass(frozen=True, slots=True)
class QuickLine:
    """What a line says: the text of the note, and the stage, category and author it names.

    `unknown` is what looks like a name and fits none, or several; it stays in the text.
    """

    text: str
    stage: Id | None = None
    category: Id | None = None
    author: Person = ""
    unknown: tuple[str, ...] = ()


def read_line(workshop: Workshop, line: str) -> QuickLine:
    """Take “Stage> text #category @author” apart, in any order; a name is whole, its beginning,
    or in quotes. A stage may also be told by its number.

    What fits nothing, or several, is text as it stands.
    """
    return workshop.remember(line_reader).read(line)


class Names:
    """Names without regard to case, accents and spacing, and whom they mean."""

    def __init__(self, named: Iterable[tuple[str, Id]]) -> None:
        self.all = [(folded(name), name, key) for name, key in named]
        self._exact: dict[str, list[Id]] = {}
        for plain, _name, key in self.all:
            self._exact.setdefault(plain, []).append(key)
        words = [plain.split() for plain in self._exact]
        self.most_words = max(map(len, words), default=0)
        self._initials = frozenset(word[0] for several in words for word in several)
        self._called: dict[str, Id | None] = {}

    def exact(self, name: str) -> Id | None:
        """The only one of this name."""
        found = self._exact.get(folded(name), ())
        return found[0] if len(found) == 1 else None

    def called(self, name: str) -> Id | None:
        """The only one of this name, or whose name, or a word of it, begins so."""
        if name not in self._called:
            self._called[name] = self._find(folded(name))
        return self._called[name]

    def _find(self, wanted: str) -> Id | None:
        if wanted[:1] not in self._initials:
            return None
        if wanted in self._exact:
            return self.exact(wanted)
        for begins in (str.startswith, _has_word):
            found = [key for plain, _name, key in self.all if begins(plain, wanted)]
            if found:
                return found[0] if len(found) == 1 else None
        return None

    def beginning(self, name: str) -> list[str]:
        """The names, or words of names, that begin so; whole names first."""
        wanted = folded(name)
        whole = [name for plain, name, _key in self.all if plain.startswith(wanted)]
        parts = [name for plain, name, _key in self.all if _has_word(plain, wanted)]
        return list(dict.fromkeys([*whole, *parts]))


class LineReader:
    """Reads lines with the names of one workshop; they are gathered once."""

    def __init__(self, workshop: Workshop) -> None:
        self.stages = Names((stage.name, stage.id) for stage in workshop.ordered(Stage))
        self.tags = {
            CATEGORY: Names((one.name, one.id) for one in workshop.ordered(Category)),
            AUTHOR: Names((one.name, one.id) for one in workshop.ordered(Participant)),
        }
        signs = "".join(sign for sign, names in self.tags.items() if names.all)
        self._has_mark = re.compile(f"[{signs}>]").search
        self._sign = re.compile(rf"(?<!\S)[{signs}](?=[^\s#@>])") if signs else None
        self._order = [stage.id for stage in workshop.ordered(Stage)]

    def read(self, line: str) -> QuickLine:
        """What this line says; see `read_line`."""
        if not self._has_mark(line):
            return QuickLine(line.strip())
        meant: dict[str, Id] = {}
        unknown: list[str] = []
        spans: list[tuple[int, int]] = []
        for sign, start, end, found, written in self._tags(line):
            if found is None or sign in meant:
                unknown.append(written)
            else:
                meant[sign] = found
                spans.append((start, end))
        text, stage, odd = self._stage(_without(line, spans))
        named = (meant.get(CATEGORY), meant.get(AUTHOR, ""), (*odd, *unknown))
        return QuickLine(text, stage, *named)

    def _tags(self, line: str) -> Iterator[tuple[str, int, int, Id | None, str]]:
        """Each sign with its span, whom it means, and what is written there."""
        for sign in self._sign.finditer(line) if self._sign else ():
            names = self.tags[sign.group()]
            end, found = _name_at(line, sign.end(), names)
            written = line[sign.start() : end]
            if found is None and written[1:].strip(_STOPS).isdecimal():
                continue  # “see #17” is a note
            yield sign.group(), sign.start(), end, found, written

    def _stage(self, line: str) -> tuple[str, Id | None, tuple[str, ...]]:
        """The text, the stage before “>”, and what looks like a stage and is none."""
        if ">" not in line:
            return line.strip(), None, ()
        quoted = _QUOTED_STAGE.search(line)
        if quoted:
            stage = self._stage_called(quoted.group(1))
            if stage is not None:
                return _without(line, [quoted.span()]), stage, ()
        before, sign, after = line.partition(">")
        stage = self._stage_called(before) if sign else None
        if stage is not None:
            return after.strip(), stage, ()
        odd = _NAMED_STAGE.match(line.strip())
        return line.strip(), None, (odd.group().strip(),) if odd else ()

    def _stage_called(self, name: str) -> Id | None:
        number = name.strip()
        if number.isdecimal() and 1 <= int(number) <= len(self._order):
            return self._order[int(number) - 1]
        plain = folded(name)
        exact = self.stages.exact(name)
        found = [key for one, _name, key in self.stages.all if plain and one.startswith(plain)]
        return exact or (found[0] if len(found) == 1 else None)


@reads(Stage, Category, Participant)
def line_reader(workshop: Workshop) -> LineReader:
    """Reads lines with the names of this workshop, to be remembered."""
    return LineReader(workshop)


def folded(name: str) -> str:
    """A name without regard to case, accents and spacing."""
    return " ".join(plain_text(name).split())


def _has_word(plain: str, wanted: str) -> bool:
    return any(word.startswith(wanted) for word in plain.split()[1:])


def _name_at(line: str, start: int, names: Names) -> tuple[int, Id | None]:
    """Where the name that begins at `start` ends, and whom it means; the longest one counts."""
    quoted = _QUOTED.match(line, start)
    if quoted:
        return quoted.end(), names.called(quoted.group(1))
    words = islice(_WORD.finditer(line, start), max(1, names.most_words))
    ends = [word.end() for word in words]
    for end in reversed(ends[1:]):
        whole = start + len(line[start:end].rstrip(_STOPS))
        found = names.exact(line[start:whole])
        if found is not None:
            return whole, found
    end = ends[0]
    found = names.exact(line[start:end])  # “Dr.” may be a whole name
    if found is None:
        end = start + len(line[start:end].rstrip(_STOPS))
        found = names.called(line[start:end])
    return end, found


def _without(line: str, spans: Iterable[tuple[int, int]]) -> str:
    """The line without these spans, and with one blank where there were two."""
    spans = list(spans)
    if not spans:
        return line.strip()
    parts, last = [], 0
    for start, end in spans:
        parts.append(line[last:start])
        last = end
    parts.append(line[last:])
    joined = ""
    for part in parts:
        if joined.endswith(" ") or not joined:
            part = part.lstrip(" ")
        if part[:1] in _STOPS:
            joined = joined.rstrip(" ")
        joined += part
    return joined.strip()
