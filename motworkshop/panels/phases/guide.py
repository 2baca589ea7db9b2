"""What is said in each phase: its name, what the group does now, and how it begins (METHOD.md)."""

from collections.abc import Mapping
from types import MappingProxyType

from motworkshop.model.records import PhaseKind
from motworkshop.model.results import Need
from motworkshop.values import dataclass


@dataclass(frozen=True, slots=True)
class Guide:
    """The words of one phase: `now` is short, for the wall; `how` is for the panel."""

    name: str
    now: str
    how: str


GUIDES: Mapping[PhaseKind, Guide] = MappingProxyType(
    {
        PhaseKind.FRAME: Guide(
            "Frame",
            "Whose journey is it, what do we promise, and who is in the room?",
            "Agree whose journey this is, from where to where, and what you promise on it. "
            "Then see who is in the room, and which department is not.",
        ),
        PhaseKind.ALIGN: Guide(
            "Align on stages",
            "Write down the stages alone. Then agree on one list.",
            "Each person writes down the stages of the journey alone. Then compare, and agree on "
            "one list with a sentence for each. The list becomes the columns of the board.",
        ),
        PhaseKind.BRAINSTORM: Guide(
            "Brainstorm",
            "Write touchpoints in silence. Then read them out in turn.",
            "Everybody writes touchpoints in silence, one on each note. Then go round: each person "
            "reads one out, until nobody has any left.",
        ),
        PhaseKind.CLUSTER: Guide(
            "Cluster",
            "Put together the notes that say the same.",
            "Two notes that say the same split their votes. Select them and merge; a cluster can "
            "be taken apart again without loss.",
        ),
        PhaseKind.CATEGORISE: Guide(
            "Categorise",
            "Sort every note into a category. Mind the empty cells.",
            "Select notes and press the key of a category. Then look at the table: an empty cell "
            "is either good news or something nobody thought of.",
        ),
        PhaseKind.VOTE: Guide(
            "Vote",
            "Give your dots in secret. Nobody talks.",
            "Everybody gives dots to the moments that make or break the journey, in secret. Nobody "
            "sees your dots until everyone is done.",
        ),
        PhaseKind.REVEAL: Guide(
            "Reveal and decide",
            "Look at the dots together. Settle ties openly.",
            "Look at dots and at how many people gave them. A tie at the cut is normal: settle it "
            "with a run-off, or with a reason that you write down.",
        ),
        PhaseKind.OWN: Guide(
            "Own",
            "Who answers for each moment, and what happens next?",
            "For each moment of truth: one accountable person, the ideal experience, a metric, "
            "what the front line may do without asking, and a next step.",
        ),
        PhaseKind.REPORT: Guide(
            "Report",
            "Take it home: PDF and Excel.",
            "Everything the group settled, as a report to print and as a workbook to work with.",
        ),
    }
)


@dataclass(frozen=True, slots=True)
class Lacking:
    """What is said where something is missing that comes first, and on the button that leads
    there; the same words wherever it is missing."""

    words: str
    button: str


LACKING: Mapping[Need, Lacking] = MappingProxyType(
    {
        Need.PEOPLE: Lacking(
            "Nobody is on the roster yet. First who is here, then the stages, then the notes.",
            "Add who is here",
        ),
        Need.STAGES: Lacking(
            "No stages yet. First the stages, then the notes.", "Agree on the stages"
        ),
        Need.NOTES: Lacking(
            "No notes yet. Write touchpoints first, one on each note.", "Go to Brainstorm"
        ),
    }
)
