import pytest
from PySide6.QtWidgets import QApplication

from motworkshop.imports.sample import sample_workshop
from motworkshop.model.workshop import Workshop


@pytest.fixture(scope="session")
def sample() -> Workshop:
    return sample_workshop()


@pytest.fixture(autouse=True)
def _screen(qapp: QApplication) -> None:
    """Pictures and fonts need an application."""
