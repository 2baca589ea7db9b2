"""A screen reader for tests: reads the program through AT-SPI, does things, writes JSON.

It runs under the system's Python, which has `gi`; see `test_screen_reader.py`.
"""
# mypy: ignore-errors

import json
import sys
import time
from pathlib import Path

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402  # the version must be said first

PATIENCE = 40
HEARD = []


def main() -> None:
    heard = HEARD
    listener = Atspi.EventListener.new(lambda event: heard.append(told(event)))
    for kind in ("object:state-changed:focused", "object:property-change:accessible-name"):
        listener.register(kind)
    board = waited(lambda: found("panel", "Board"))
    before = dump(board)
    note = waited(lambda: found("list item", "3: ", board))
    press(note, "Press")
    waited(lambda: any(one["name"].startswith("3: ") for one in heard if "focused" in one["kind"]))
    pressed = dump(board)
    text = waited(lambda: found("text", "Text"))
    Atspi.EditableText.set_text_contents(text.get_editable_text_iface(), "Read aloud")
    waited(lambda: any(one["name"].startswith("3: Read aloud") for one in heard))
    after = dump(board)
    stage = found("list", "Stage ", board)
    press(stage, "Toggle")
    waited(lambda: "collapsed" in stage.get_name())
    collapsed = dump(stage)
    window = [shown(part) for part in all_of(applications()[0]) if is_shown(part)]
    read = {
        "before": before,
        "pressed": pressed,
        "after": after,
        "collapsed": collapsed,
        "heard": heard,
        "window": window,
    }
    Path(sys.argv[1]).write_text(json.dumps(read), encoding="utf-8")


def told(event) -> dict:
    source = event.source
    return {
        "kind": event.type,
        "on": event.detail1,
        "name": source.get_name() or "",
        "role": source.get_role_name(),
    }


def waited(look):
    """What `look` finds, once it finds something."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        while GLib.MainContext.default().iteration(False):
            pass
        try:
            result = look()
        except GLib.Error:
            result = None
        if result:
            return result
        time.sleep(0.05)
    raise TimeoutError(f"the program did not come to say it; what was heard: {HEARD}")


def found(role, name, within=None):
    """The first part with this role and name."""
    starts = [within] if within is not None else applications()
    return next(
        (part for start in starts for part in all_of(start) if is_one(part, role, name)), None
    )


def is_one(part, role, name) -> bool:
    """Whether it has this role and name; a name that ends in a blank is only the beginning."""
    given = part.get_name() or ""
    return part.get_role_name() == role and (
        given.startswith(name) if name.endswith(" ") else given == name
    )


def applications():
    desktop = Atspi.get_desktop(0)
    return [desktop.get_child_at_index(place) for place in range(desktop.get_child_count())]


def all_of(part):
    if part is None:
        return
    yield part
    for place in range(part.get_child_count()):
        yield from all_of(part.get_child_at_index(place))


def is_shown(part) -> bool:
    return part.get_state_set().contains(Atspi.StateType.SHOWING)


def shown(part) -> list:
    return [part.get_role_name(), part.get_name() or ""]


def press(part, name) -> None:
    action = part.get_action_iface()
    known = [Atspi.Action.get_action_name(action, at) for at in range(action.get_n_actions())]
    Atspi.Action.do_action(action, known.index(name))


def dump(part) -> dict:
    area = Atspi.Component.get_extents(part.get_component_iface(), Atspi.CoordType.SCREEN)
    states = part.get_state_set().get_states()
    children = [part.get_child_at_index(place) for place in range(part.get_child_count())]
    return {
        "role": part.get_role_name(),
        "name": part.get_name(),
        "more": part.get_description(),
        "area": [area.x, area.y, area.width, area.height],
        "states": sorted(state.value_nick for state in states),
        "children": [dump(child) for child in children if child is not None],
    }


main()
