from typing import TYPE_CHECKING

from motworkshop.model.edits.categories import add_category
from motworkshop.model.edits.clusters import merge_notes
from motworkshop.model.edits.stages import move_stage
from motworkshop.model.heatmap import experience_curve, heat_map
from motworkshop.model.records import Category

if TYPE_CHECKING:
    from tests.model.conftest import Room


def test_the_heat_map_counts_and_names_its_empty_cells(room: "Room") -> None:
    book, fly = room.stage("Book"), room.stage("Fly")
    for name in ("Rescue", "Respond"):
        room.do(add_category(room.workshop, name))
    rescue, respond = (category.id for category in room.workshop.ordered(Category))
    room.notes("A", "B", stage=book, category=rescue)
    room.notes("C", stage=fly, category=respond)
    room.notes("D", stage=fly)
    room.notes("E", category=rescue)
    found = heat_map(room.workshop)
    assert found.counts == {
        (book, rescue): 2,
        (fly, respond): 1,
        (fly, None): 1,
        (None, rescue): 1,
    }
    names = [(stage.name, category.name) for stage, category in found.empty]
    assert names == [("Book", "Respond"), ("Fly", "Rescue")]


def test_a_cluster_counts_once_where_its_lead_lies(room: "Room") -> None:
    book, fly = room.stage("Book"), room.stage("Fly")
    [lead] = room.notes("A", stage=book, experience=1)
    [member] = room.notes("B", stage=fly, experience=5)
    room.do(merge_notes(room.workshop, lead, [member]))
    assert heat_map(room.workshop).counts == {(book, None): 1}
    assert [(point.experience, point.notes) for point in experience_curve(room.workshop)] == [
        (1, 1),
        (None, 0),
    ]


def test_the_curve_gives_the_mean_of_what_was_scored_stage_by_stage(room: "Room") -> None:
    book, fly = room.stage("Book"), room.stage("Fly")
    room.notes("A", stage=book, expectation=5, experience=2, emotion=-2)
    room.notes("B", stage=book, expectation=2, emotion=1)
    room.notes("Parked", expectation=1)
    room.do(move_stage(room.workshop, fly, 0))
    points = experience_curve(room.workshop)
    assert [point.stage.id for point in points] == [fly, book]
    assert (points[0].expectation, points[0].experience, points[0].emotion) == (None, None, None)
    assert (points[1].expectation, points[1].experience, points[1].emotion) == (3.5, 2, -0.5)
    assert [point.notes for point in points] == [0, 2]
