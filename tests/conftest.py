"""What every test may lean on. Tests run without a screen unless one is asked for."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is imported, or it aborts

from pathlib import Path

import pytest
from hypothesis import settings

CHECKOUT = Path(__file__).parent.parent

settings.register_profile("ci", derandomize=False, deadline=None)
settings.register_profile("local", deadline=None, max_examples=50)
settings.load_profile("ci" if os.environ.get("CI") else "local")


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder with the real workshops, from $MOTW_DATA or beside the checkout."""
    named = os.environ.get("MOTW_DATA")
    folder = Path(named) if named else CHECKOUT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip(f"no real workshops here: {folder} does not exist (set MOTW_DATA)")
    return folder
