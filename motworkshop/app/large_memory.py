"""Large pieces of memory, pictures above all, go back to the system as soon as they are given up.

Where glibc has given a large piece back once, it takes the next ones from a heap in which small
things soon lie between them: an hour of zooming left holes of 30 MB in it that nothing fitted in.
"""

import sys

LARGE = 1_000_000
"""Bytes: a tile is a little larger."""
M_MMAP_THRESHOLD = -3
"""The name that glibc's malloc.h has for it; set once, it does not grow any more."""


def give_back_large(least: int = LARGE) -> bool:
    """From so many bytes on each piece is by itself from now on; whether the system can do that."""
    if not sys.platform.startswith("linux"):
        return False
    import ctypes

    change = getattr(ctypes.CDLL(None), "mallopt", None)
    return change is not None and bool(change(M_MMAP_THRESHOLD, least))
