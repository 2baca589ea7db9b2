import subprocess
import sys
from pathlib import Path

import pytest

KILL = """
import sys
from pathlib import Path
from unittest import mock
from motworkshop.cli.session import Session
from tests.torture.kills import kill_scripts

def late(self, change):
    waiting, self.waiting = getattr(self, "waiting", None), (change, self._history.steps)
    if waiting and waiting[0]:
        self._store.save(*waiting)

if sys.argv[2] == "late":
    mock.patch.object(Session, "_save", late).start()
sys.exit(bool(kill_scripts(Path(sys.argv[1]), int(sys.argv[3])).faults))
"""


@pytest.mark.slow
@pytest.mark.parametrize(("way", "kills", "fails"), [("works", 50, 0), ("late", 12, 1)])
def test_no_acknowledged_line_is_lost_in_kills(
    way: str, kills: int, fails: int, tmp_path: Path
) -> None:
    """Late is the control: a line is saved when the next one comes. In a process of its own, since
    it forks."""
    ran = subprocess.run([sys.executable, "-c", KILL, tmp_path, way, str(kills)], check=False)
    assert ran.returncode == fails
