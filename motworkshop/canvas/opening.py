"""Where a workshop opens, and which columns lie beyond the edges of the view."""

from math import log

from motworkshop.canvas.camera import Bounds, Camera, Shot
from motworkshop.canvas.plan import BETWEEN, Column, Plan

READABLE = 0.7
"""A board that does not fit at this zoom opens at its beginning instead of as a whole."""
WHOLE = 0.62
"""From this zoom on all stages at once are better than some of them; below it, their texts are too
small to be read across a table."""
LEAST_OPEN, MOST_OPEN = 0.55, 1.0
"""Between these zooms the opening one is chosen, so that whole columns are in sight."""
ABOVE = 8.0
"""Pixels between the headers and the board when it opens."""


def opening(camera: Camera, plan: Plan, bounds: Bounds) -> Shot:
    """All of the board if it can be read so, else all stages, else as many whole columns as go on
    the view."""
    zoom, start = camera.framing(bounds).zoom, bounds[0]
    if zoom < READABLE:
        stages = stages_in(plan, bounds)
        start, zoom = stages[0], camera.framing(stages).zoom
        if zoom < WHOLE:
            zoom = _zoom_for_whole_columns(camera, plan, start)
    return at_left(camera, start, zoom)


def fitting(camera: Camera, plan: Plan, bounds: Bounds) -> Shot:
    """All of the board, from its upper end; where that makes it small, without the empty places
    beside the stages."""
    shot = camera.framing(bounds)
    if shot.zoom < READABLE:
        shot = camera.framing(stages_in(plan, bounds))
    return Shot(shot.zoom, shot.left, -round((camera.free.top() + ABOVE) * camera.dpr))


def stages_in(plan: Plan, bounds: Bounds) -> Bounds:
    """What holds all stages, and the parking lot if anything lies there."""
    if not plan.stages:
        return bounds
    start = plan.left if plan.columns[0].count else plan.stages[0].left
    return (start, bounds[1], plan.right, bounds[3])


def at_left(camera: Camera, left: float, zoom: float) -> Shot:
    """What begins at `left` of the board stands at the left edge, its upper end below the
    headers."""
    scale = zoom * camera.dpr
    across = (left - BETWEEN) * scale - camera.free.left() * camera.dpr
    return Shot(zoom, across, -(camera.free.top() + ABOVE) * camera.dpr)


def beyond_left(camera: Camera, plan: Plan) -> list[Column]:
    """The stages of which less than half is in sight at the left edge."""
    edge = camera.seen(camera.free)[0]
    return [column for column in plan.stages if (column.left + column.right) / 2 < edge]


def beyond_right(camera: Camera, plan: Plan) -> list[Column]:
    """The stages of which less than half is in sight at the right edge."""
    edge = camera.seen(camera.free)[2]
    return [column for column in plan.stages if (column.left + column.right) / 2 > edge]


def stage_in_sight(camera: Camera, plan: Plan) -> Column | None:
    """The first stage that is in sight, rather one that is not collapsed; None without stages."""
    gone = {*beyond_left(camera, plan), *beyond_right(camera, plan)}
    seen = [column for column in plan.stages if column not in gone] or list(plan.stages)
    return next((column for column in seen if not column.is_collapsed), next(iter(seen), None))


def _zoom_for_whole_columns(camera: Camera, plan: Plan, start: float) -> float:
    """The zoom nearest to READABLE at which the right edge cuts no column."""
    ends = [column.right for column in plan.columns if column.right > start]
    zooms = [camera.free.width() / (end - start + 2 * BETWEEN) for end in ends]
    if zooms:
        zooms[-1] = min(MOST_OPEN, zooms[-1])
    fitting = [zoom for zoom in zooms if LEAST_OPEN <= zoom <= MOST_OPEN]
    return min(fitting, key=lambda zoom: abs(log(zoom / READABLE)), default=READABLE)
