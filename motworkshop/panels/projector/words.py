"""What is said on the wall, in a few plain words."""

from motworkshop.model.phases import clock_of
from motworkshop.model.records import Metric, Round
from motworkshop.model.tally import turnout_of
from motworkshop.model.turnout import missing_voters
from motworkshop.model.voting import counted
from motworkshop.model.workshop import Workshop
from motworkshop.panels.phases.clock import Clock, as_clock
from motworkshop.panels.projector.wall import Time

SECRET = "Nobody sees your dots until everyone is done."
OPEN = "An open vote: everybody may see where the dots go."


def time_of(workshop: Workshop, clock: Clock) -> Time:
    """The clock of the phase at hand."""
    left = clock.left
    if left < 0:
        return Time(as_clock(-left), "over", clock.is_running, is_over=True)
    has_begun = clock_of(workshop, clock.phase).used > 0
    word = "paused" if has_begun and not clock.is_running else ""
    return Time(as_clock(left), word, clock.is_running)


def turnout(workshop: Workshop, vote: Round) -> tuple[int, int]:
    """How many have handed over, and how many are expected (0: nobody knows)."""
    done = turnout_of(workshop, vote) or 0
    missing = missing_voters(workshop, vote)
    return done, done + len(missing) if missing or done else 0


def turnout_words(done: int, expected: int) -> str:
    """ "9 of 13 handed over"."""
    return f"{done} of {expected} handed over" if expected else f"{done} handed over"


def terms_words(vote: Round) -> str:
    """What one voter has to give."""
    if vote.budget is None:
        return "As many dots as you like"
    given = f"{counted(vote.budget, 'dot')} each"
    is_free = vote.cap is None or vote.cap >= vote.budget
    return given if is_free else f"{given}, at most {vote.cap} on one note"


def metric_words(metric: Metric) -> str:
    """ "Bags on the belt within 20 minutes: from 61 % to 85 %"."""
    name = metric.name.strip()
    if metric.target is None:
        return name
    target = _with_unit(metric.target, metric.unit)
    if metric.baseline is None:
        return f"{name}: {target}"
    return f"{name}: from {_with_unit(metric.baseline, metric.unit)} to {target}"


def _with_unit(value: float, unit: str) -> str:
    return f"{value:,.10g} {unit}".strip()
