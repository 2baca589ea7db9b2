"""How long it takes to the first painted window, beside a bare PySide6 window.

Run it by itself: `python tests/benchmarks/bench_start.py`. Each start is a fresh process of the
program itself, from `main` on, the three kinds in turns, so that all share the computer's mood;
byte code is compiled beforehand.
Allowed: 2.2 × the bare window, and 2.8 × with the notes of a file of 10,000 painted.
"""

import argparse
import compileall
import os
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from motworkshop.storage.create import create_workshop
from tests.benchmarks.room import big_workshop

BARE = """
import sys
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication(sys.argv[:1])
label = QLabel("A bare window")
label.resize(1280, 800)
label.show()
app.processEvents()
"""
OURS = """
from motworkshop.app import plain_imports

def run():
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication

    class Watch(QObject):
        def eventFilter(self, watched, event):
            if event.type() is QEvent.Type.UpdateRequest:  # the window is painted by it
                QTimer.singleShot(0, self, self.look)
            return False

        def look(self):
            if all(one.desk is None or one.desk.parts.board.is_painted() for one in windows):
                end()

    watch = Watch()
    windows = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    for window in windows:
        window.installEventFilter(watch)
    return run_on()

def import_qt():
    global run_on
    go_on()
    from PySide6.QtWidgets import QApplication
    run_on, QApplication.exec = QApplication.exec, staticmethod(run)

go_on, plain_imports.import_qt = plain_imports.import_qt, import_qt
from motworkshop.__main__ import main
main()
"""
END = """
def end():
    import os, resource, time
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(time.time() - float(os.environ["BENCH_BEGAN"]), used.ru_utime + used.ru_stime, flush=True)
    os._exit(0)
"""


def main() -> None:
    """Start each so many times and print a table."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--rounds", type=int, default=15)
    arguments.add_argument("--notes", type=int, default=10_000)
    chosen = arguments.parse_args()
    spec = find_spec("motworkshop")
    assert spec is not None
    assert spec.origin is not None
    compileall.compile_dir(Path(spec.origin).parent, quiet=2)
    with TemporaryDirectory() as folder:
        file = str(Path(folder) / "bench.motw")
        create_workshop(Path(file), big_workshop(chosen.notes))
        kinds = {
            "a bare PySide6 window": (f"{BARE}end()", []),
            "the start page": (OURS, []),
            f"{chosen.notes:,} notes painted": (OURS, [file]),
        }
        times: dict[str, list[tuple[float, float]]] = {name: [] for name in kinds}
        for _round in range(chosen.rounds):
            for name, (script, given) in kinds.items():
                times[name].append(started(script, given, folder))
    tell(times)


def started(script: str, given: list[str], home: str) -> tuple[float, float]:
    """Seconds from asking for it to painted, and seconds of the processor."""
    places = {"XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home}
    environment = {
        key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"
    }
    run = subprocess.run(
        [sys.executable, "-c", f"{END}{script}", *given],
        env={
            **environment,
            **places,
            "QT_QPA_PLATFORM": "offscreen",
            "BENCH_BEGAN": str(time.time()),
        },
        capture_output=True,
        text=True,
        check=True,
    )
    wall, own = run.stdout.split()[-2:]
    return float(wall), float(own)


def tell(times: dict[str, list[tuple[float, float]]]) -> None:
    """The table: the least and the median, and how many bare windows that is."""
    print(f"{'to the first painted window, ms':36}{'least':>8}{'median':>8}{'own':>8}{'× bare':>8}")
    bare = next(iter(times.values()))
    for name, taken in times.items():
        walls, owns = [one[0] for one in taken], [one[1] for one in taken]
        ratio = min(walls) / min(one[0] for one in bare)
        print(
            f"  {name:34}{min(walls) * 1000:8.0f}{median(walls) * 1000:8.0f}"
            f"{median(owns) * 1000:8.0f}{ratio:8.2f}"
        )


if __name__ == "__main__":
    main()
