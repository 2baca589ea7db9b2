"""Edits of the categories that a workshop sorts its notes into."""

from dataclasses import replace
from typing import Any

from motworkshop.errors import RefusedError
from motworkshop.model.agreement import plain_name
from motworkshop.model.change import Edit
from motworkshop.model.edits.making import edit, needed, next_position, one, quoted, with_fields
from motworkshop.model.limits import STYLES
from motworkshop.model.records import Category, Id, Record, new_id
from motworkshop.model.workshop import Workshop


def add_category(
    workshop: Workshop, name: str, definition: str = "", style: int | None = None
) -> Edit:
    """A new category with its own style, the first free one if not said; eight at the most."""
    name = _free_name(workshop, name)
    taken = {category.style for category in workshop.of(Category).values()}
    free = [number for number in STYLES if number not in taken]
    if not free:
        raise RefusedError(f"A workshop has at most {len(STYLES)} categories. Remove one first.")
    style = free[0] if style is None else style
    if style in taken:
        raise RefusedError(f"The key {style} belongs to another category already.")
    position = next_position(workshop.of(Category).values())
    category = Category(new_id(), name, style, definition, position)
    return edit(workshop, f"Add category {quoted(name)}", [category])


def edit_category(workshop: Workshop, category: Id, **values: Any) -> Edit:
    """Change the name, definition or style of a category."""
    old = one(workshop, Category, category)
    if "name" in values:
        values["name"] = needed(values["name"], "name of the category")
        if plain_name(values["name"]) != plain_name(old.name):
            values["name"] = _free_name(workshop, values["name"])
    new = with_fields(old, values)
    others = [other for other in workshop.of(Category).values() if other.id != category]
    if any(other.style == new.style for other in others):
        raise RefusedError(f"The key {new.style} belongs to another category already.")
    return edit(workshop, f"Change category {quoted(old.name)}", [new])


def delete_category(workshop: Workshop, category: Id) -> Edit:
    """Remove a category; its notes are without one then."""
    gone = one(workshop, Category, category)
    loose: list[Record] = [
        replace(note, category=None)
        for note in workshop.notes.values()
        if note.category == category
    ]
    return edit(workshop, f"Remove category {quoted(gone.name)}", loose, [gone])


def _free_name(workshop: Workshop, name: str) -> str:
    name = needed(name, "name of the category")
    if any(plain_name(c.name) == plain_name(name) for c in workshop.of(Category).values()):
        raise RefusedError(f"There is a category {quoted(name)} already.")
    return name
