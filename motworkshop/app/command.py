"""What a command is: one thing that can be done by a key, a menu, the list of commands."""

from motworkshop.values import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to do: `name` in the program, `text` for people, `keys` that come with it.

    Commands of one `group` stand together in the menu, in the list of commands and on the sheet
    of keys.
    """

    name: str
    group: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
