import pytest
from pytestqt.qtbot import QtBot

from motworkshop.imports.sample import sample_workshop
from motworkshop.model.workshop import Workshop
from tests.panels.own.room import Room, open_room


@pytest.fixture(scope="session")
def sample() -> Workshop:
    return sample_workshop()


@pytest.fixture
def room(qtbot: QtBot, sample: Workshop) -> Room:
    return open_room(qtbot, sample)
