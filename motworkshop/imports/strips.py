"""Finds the stages or lanes that rows name, and makes those that are missing."""

from motworkshop.model.agreement import plain_name
from motworkshop.model.edits.making import next_position
from motworkshop.model.records import Id, Lane, Stage, new_id
from motworkshop.model.workshop import Workshop


class Strips:
    """The stages, or lanes, of a workshop by name; new ones in the order in which they appear.

    Ask only for rows that are taken: what is asked for and not there is made.
    """

    def __init__(self, workshop: Workshop, kind: type[Stage] | type[Lane]) -> None:
        there: list[Stage | Lane] = [*workshop.ordered(kind)]
        self._kind = kind
        self._ids: dict[str, Id] = {}
        self._position = next_position(there)
        self.made: list[Stage | Lane] = []
        for strip in there:
            self._ids.setdefault(plain_name(strip.name), strip.id)

    def named(self, name: str) -> Id | None:
        """The id of the one of this name, case and spaces ignored; None for no name."""
        plain = plain_name(name)
        if not plain:
            return None
        if plain not in self._ids:
            strip = self._kind(new_id(), name, "", self._position + len(self.made))
            self.made.append(strip)
            self._ids[plain] = strip.id
        return self._ids[plain]
