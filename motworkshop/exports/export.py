"""What an output says about itself when it is written."""

from pathlib import Path

from motworkshop.values import dataclass


@dataclass(frozen=True, slots=True)
class Export:
    """A written file, and each text that had to be changed to fit its format, in a sentence."""

    path: Path
    changes: tuple[str, ...] = ()
