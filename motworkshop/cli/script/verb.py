"""One edit of a script: its public name stays when a function of the model is renamed."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from motworkshop.cli.script.arguments import Resolve
from motworkshop.errors import RefusedError
from motworkshop.model.change import Change, Edit
from motworkshop.model.workshop import Workshop
from motworkshop.values import dataclass

Arguments: TypeAlias = Mapping[str, Resolve]


@dataclass(frozen=True, slots=True)
class Verb:
    """What a script can do: a summary, arguments, and the function that makes the edit.

    An argument whose name ends in “?” may be left out or null. `make` takes the workshop and the
    arguments by name; a `Change` instead of an `Edit` is recorded and cannot be undone.
    """

    summary: str
    arguments: Arguments
    make: Callable[..., Edit | Change]

    def edit(self, workshop: Workshop, given: Mapping[str, Any]) -> Edit | Change:
        """The edit for these arguments.

        Raises:
            RefusedError: an argument is missing, unknown or not what it must be.
        """
        known = {name.removesuffix("?"): resolve for name, resolve in self.arguments.items()}
        for name in given:
            if name not in known:
                there_are = ", ".join(known) or "none"
                raise RefusedError(f"“{name}” is not an argument here; there are: {there_are}.")
        for name in self.arguments:
            if not name.endswith("?") and name not in given:
                raise RefusedError(f"The argument “{name}” is missing.")
        values = {
            name: _value(workshop, name, known[name], value)
            for name, value in given.items()
            if value is not None or name in self.arguments
        }
        return self.make(workshop, **values)


def _value(workshop: Workshop, name: str, resolve: Resolve, value: object) -> object:
    try:
        return resolve(workshop, value)
    except RefusedError as error:
        raise RefusedError(f"{name}: {error}") from None


def with_fields(make: Callable[..., Edit]) -> Callable[..., Edit]:
    """Spread the argument `fields`, an object, into keyword arguments of `make`."""

    def spread(workshop: Workshop, fields: Mapping[str, Any], **values: Any) -> Edit:
        for name in values:
            if name in fields:
                raise RefusedError(f"fields: “{name}” cannot be changed here.")
        return make(workshop, **values, **fields)

    return spread
