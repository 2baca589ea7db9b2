"""How well a command fits what somebody types, from a few letters of it."""

from motworkshop.model.lookalikes import plain_text

START, WORDS, INSIDE, LETTERS = range(4)


def rank(wanted: str, text: str) -> tuple[int, int] | None:
    """How well `text` fits, the smaller the better; None if it does not.

    Best is a text that begins so, then one in which every word begins a word ("ne no" finds "New
    note"), then the words anywhere, then the letters in their order ("sab" finds "Show all
    boards"), the closer together the better.
    """
    words, folded = plain_text(wanted).split(), plain_text(text)
    if not words:
        return (START, 0)
    joined = " ".join(words)
    if folded.startswith(joined):
        return (START, int(folded[len(joined) :][:1].isalnum()))
    starts = folded.replace("(", " ").replace("“", " ").split()
    if all(any(start.startswith(word) for start in starts) for word in words):
        return (WORDS, 0)
    if all(word in folded for word in words):
        return (INSIDE, 0)
    spread = _spread("".join(words), folded)
    return None if spread is None else (LETTERS, spread)


def _spread(letters: str, text: str) -> int | None:
    """Over how many signs the letters lie, each after the one before; the first must begin a
    word. None if they are not all there."""
    best: int | None = None
    for begin in (place for place, sign in enumerate(text) if sign == letters[0]):
        if begin and text[begin - 1].isalnum():
            continue
        end = _last(letters, text, begin)
        if end is not None and (best is None or end - begin < best):
            best = end - begin
    return best if best is not None and best <= 6 * len(letters) else None


def _last(letters: str, text: str, begin: int) -> int | None:
    place = begin - 1
    for letter in letters:
        place = text.find(letter, place + 1)
        if place < 0:
            return None
    return place
