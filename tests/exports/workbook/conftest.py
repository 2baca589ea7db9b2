"""Workshops to write, and what the tests ask of the file that came out."""

from collections.abc import Callable
from pathlib import Path

import pytest

from motworkshop.exports.facts import gather
from motworkshop.exports.workbook import write_workbook
from motworkshop.imports.sample import sample_workshop
from motworkshop.model.records import (
    About,
    Category,
    Cluster,
    Control,
    Lane,
    MomentType,
    Note,
    Participant,
    Stage,
)
from motworkshop.model.workshop import Workshop


@pytest.fixture(scope="session")
def airline() -> Workshop:
    """The sample: two rounds with a run-off, two clusters, moments, metrics, actions, evidence."""
    return sample_workshop()


@pytest.fixture
def shop() -> Workshop:
    """Few notes with every field set; their numbers do not follow the order of the stages."""
    return Workshop(
        [
            About("a", "Shop", facilitator="Ylva", organisation="Corner shop", last_number=9),
            Stage("s1", "Enter", position=1),
            Stage("s2", "Buy", position=2),
            Stage("s3", "Leave", position=3),
            Lane("l1", "Street", position=1),
            Lane("l2", "Web", position=2),
            Category("c1", "Rescue", 1, position=1),
            Category("c2", "Revenue", 2, position=2),
            Participant("p1", "Ada", "Sales", position=1),
            Participant("p2", "Bo", "IT", position=2),
            Note(
                "n1",
                1,
                "=Pays\nat the desk",
                "Long queue",
                "p1",
                "Sales",
                "c2",
                "Desk",
                Control.DIRECT,
                MomentType.SMOT,
                -2,
                5,
                2,
                4,
                stage="s2",
                lane="l1",
            ),
            Note("n2", 2, "Looks in", author="Somebody else", stage="s1", lane="l1", emotion=0),
            Note("n3", 3, "Goes home", category="c1", control=Control.NONE, stage="s3", lane="l2"),
            Note("n5", 5, "Pays online", stage="s2", lane="l2"),
            Note("n7", 7, "Still without a place", moment_type=MomentType.ZMOT),
            Note("n9", 9, "Pays by card", stage="s2"),
            Cluster("k", "n1", ("n5", "n9")),
        ]
    )


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Path]:
    """Writes the workbook of a workshop and gives its path."""

    def write(workshop: Workshop, *, with_names: bool = True) -> Path:
        target = tmp_path / "workshop.xlsx"
        write_workbook(gather(workshop, with_names=with_names), target)
        return target

    return write
