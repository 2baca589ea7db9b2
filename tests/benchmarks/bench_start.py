"""How long it takes to the first painted window, beside a bare PySide6 window.

Run it by itself: `python tests/benchmarks/bench_start.py`. Each start is a fresh interpreter, the
three kinds in turns, so that all share the computer's mood; byte code is compiled beforehand.
Allowed: 2.2 × the bare window, and 2.8 × with the notes of a file of 10,000 painted.
"""

import argparse
import compileall
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from motworkshop.storage.create import create_workshop
from tests.benchmarks.room import big_workshop

BARE = """
import sys, time
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication(sys.argv[:1])
label = QLabel("A bare window")
label.resize(1280, 800)
label.show()
app.processEvents()
"""
OURS = """
import os, sys
os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")
from pathlib import Path
from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtWidgets import QApplication
from motworkshop.app.build import build_program, dress
from motworkshop.app.dialogs import Dialogs
QStandardPaths.setTestModeEnabled(True)
app = QApplication(sys.argv[:1])
dress(app)
program = build_program(app, QSettings(sys.argv[1], QSettings.Format.IniFormat), Dialogs())
window = program.new_window()
for name in sys.argv[2:]:
    program.open_file(Path(name), window)
app.processEvents()
for one in program.windows:
    if one.desk is not None:
        while not one.desk.parts.board.is_settled():
            app.processEvents()
"""
END = """
import resource, time
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
        settings, file = str(Path(folder) / "settings.ini"), str(Path(folder) / "bench.motw")
        create_workshop(Path(file), big_workshop(chosen.notes))
        kinds = {
            "a bare PySide6 window": (BARE, []),
            "the start page": (OURS, [settings]),
            f"{chosen.notes:,} notes painted": (OURS, [settings, file]),
        }
        times: dict[str, list[tuple[float, float]]] = {name: [] for name in kinds}
        for _round in range(chosen.rounds):
            for name, (script, given) in kinds.items():
                times[name].append(started(script, given))
    tell(times)


def started(script: str, given: list[str]) -> tuple[float, float]:
    """Seconds from asking for it to painted, and seconds of the processor."""
    code = "import os, time\nos.environ['BENCH_BEGAN'] = str(time.time())\n"
    began = {"BENCH_BEGAN": "0", "QT_QPA_PLATFORM": "offscreen"}
    environment = {
        key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"
    }
    run = subprocess.run(
        [sys.executable, "-c", f"{code}{script}{END}", *given],
        env={**environment, **began},
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
        ratio = median(owns) / median(one[1] for one in bare)
        print(
            f"  {name:34}{min(walls) * 1000:8.0f}{median(walls) * 1000:8.0f}"
            f"{median(owns) * 1000:8.0f}{ratio:8.2f}"
        )


if __name__ == "__main__":
    main()
