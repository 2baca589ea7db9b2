"""What an output says about itself when it is written."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Export:
    """A written file, and each text that had to be changed to fit its format, in a sentence."""

    path: Path
    changes: tuple[str, ...] = ()
