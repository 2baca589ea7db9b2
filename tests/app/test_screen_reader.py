"""The running program as a screen reader gets it: through AT-SPI, from another process."""

import json
import os
import shutil
import subprocess
import sys
from ctypes.util import find_library
from pathlib import Path
from typing import Any

import pytest

READER = Path(__file__).parent / "atspi_reader.py"
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
CONTROLS = {
    "push button", "toggle button", "check box", "radio button", "combo box", "text",
    "spin button", "list item", "list", "tree", "table", "slider", "link",
}  # fmt: skip
SYSTEM_PYTHON = "/usr/bin/python3"
SESSION = """
"$LAUNCHER" --launch-immediately &
launcher=$!
"$PROGRAM" -X faulthandler -m motworkshop "$FILE" 2>"$LOG" &
program=$!
"$SYSTEM_PYTHON" -W ignore "$READER" "$READ"
result=$?
kill -0 $program || result=99
kill $program $launcher
exit $result
"""


def missing() -> str:
    """Why no screen reader can be had here; "" if one can."""
    for needed in ("Xvfb", "xvfb-run", "xauth", "dbus-run-session"):
        if shutil.which(needed) is None:
            return f"{needed} is not installed"
    if not any(Path(launcher).exists() for launcher in LAUNCHERS):
        return "at-spi2-core is not installed"
    if find_library("xcb-cursor") is None:
        return "libxcb-cursor0 is not installed"
    asks = "import gi; gi.require_version('Atspi', '2.0')"
    asked = subprocess.run([SYSTEM_PYTHON, "-c", asks], capture_output=True, check=False)
    return "" if asked.returncode == 0 else "python3-gi and gir1.2-atspi-2.0 are not installed"


@pytest.fixture(scope="module")
def why_not() -> str:
    return missing() if sys.platform == "linux" else "AT-SPI is what Linux has"


@pytest.fixture
def read(why_not: str, file: Path, tmp_path: Path) -> dict[str, Any]:
    """What the screen reader has read and heard."""
    if why_not:
        pytest.skip(f"no screen reader here: {why_not}")
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    log = tmp_path / "program.log"
    environment = {
        **{key: value for key, value in os.environ.items() if key != "QT_QPA_PLATFORM"},
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home),
        "XDG_DATA_HOME": str(home),
        "XDG_RUNTIME_DIR": str(home),
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "LAUNCHER": next(launcher for launcher in LAUNCHERS if Path(launcher).exists()),
        "PROGRAM": sys.executable,
        "SYSTEM_PYTHON": SYSTEM_PYTHON,
        "READER": str(READER),
        "FILE": str(file),
        "LOG": str(log),
        "READ": str(tmp_path / "read.json"),
    }
    wrapped = ["xvfb-run", "-a", "-s", "-screen 0 1280x800x24", "dbus-run-session", "--"]
    ran = subprocess.run(
        [*wrapped, "bash", "-c", SESSION],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    said = log.read_text() if log.exists() else ""
    assert ran.returncode == 0, f"{ran.stderr}\n{said}"
    assert "Traceback" not in said, said
    found: dict[str, Any] = json.loads((tmp_path / "read.json").read_text(encoding="utf-8"))
    return found


def all_of(part: dict[str, Any]) -> list[dict[str, Any]]:
    return [part, *(one for child in part["children"] for one in all_of(child))]


def named(part: dict[str, Any], start: str) -> dict[str, Any]:
    return next(one for one in all_of(part) if one["name"].startswith(start))


@pytest.mark.x11
@pytest.mark.timeout(150)
def test_a_screen_reader_reads_the_board_presses_a_note_and_hears_what_changes(
    read: dict[str, Any],
) -> None:
    board = read["before"]
    lists = [one["name"] for one in board["children"] if one["role"] == "list"]
    assert lists[:3] == ["Parking lot, 0 notes", "Stage Dream & plan, 1 note", "Stage Book, 1 note"]
    items = [one for one in all_of(board) if one["role"] == "list item"]
    assert [one["name"] for one in items] == [
        "1: Payment is declined",
        "2: Bag is lost",
        "3: Bag is lost again",
        "4: Seat is broken",
    ]
    for one in items:
        assert min(one["area"][2:]) > 30, one
        assert {"selectable", "focusable"} <= set(one["states"])
        assert "selected" not in one["states"]
    in_sight = ["showing" in one["states"] for one in items]
    assert (in_sight[0], in_sight[-1]) == (True, False)
    assert items[0]["area"][0] < items[1]["area"][0]  # their stages stand side by side
    pressed = named(read["pressed"], "3: ")
    assert {"selected", "focused"} <= set(pressed["states"])
    focused = [one for one in read["heard"] if "focused" in one["kind"] and one["on"]]
    assert ("list item", "3: Bag is lost again") in {(one["role"], one["name"]) for one in focused}
    assert named(read["after"], "3: ")["name"] == "3: Read aloud"
    assert read["collapsed"]["children"] == []
    assert "expandable" in read["collapsed"]["states"]
    assert "expanded" not in read["collapsed"]["states"]
    nameless = [role for role, name in read["window"] if role in CONTROLS and not name]
    assert nameless == []
    assert len(read["window"]) > 50
