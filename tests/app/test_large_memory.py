"""What was large and is given up does not stay as holes between small things."""

import subprocess
import sys
from platform import libc_ver

import pytest

KEPT = """
from motworkshop.app.settling import settle

def resident():
    fields = dict(line.split(":", 1) for line in open("/proc/self/status") if ":" in line)
    return int(fields["RssAnon"].split()[0]) * 1024

if {settles}:
    settle()
del (one := [bytearray(30_000_000)])[:]
before = resident()
large, small = [], []
for _number in range(20):
    large.append(bytearray(4_000_000))
    small.append(bytearray(100_000))
large.clear()
print(resident() - before)
"""


def kept(*, settles: bool) -> int:
    """Bytes that a process keeps of 80 MB which it has given up, with small things between."""
    code = KEPT.replace("{settles}", str(settles))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return int(done.stdout)


@pytest.mark.skipif(libc_ver()[0] != "glibc", reason="another allocator than glibc's")
def test_a_program_that_has_settled_keeps_nothing_of_large_pieces_that_were_given_up() -> None:
    assert kept(settles=True) < 20_000_000
    assert kept(settles=False) > 40_000_000, "the control"
