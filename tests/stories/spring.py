"""The workshop that the stories play: who is in the room, and each phase as a group goes through it."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QLineEdit

from motworkshop.model.records import Cluster, Note, Participant, Stage
from motworkshop.model.rounds import round_titled
from motworkshop.model.tally import tally_of
from motworkshop.model.workshop import visible_notes
from tests.stories.hands import Hands

PEOPLE = (
    ("Annika", "Web"),
    ("Bertil", "Cabin"),
    ("Cecilia", "Web"),
    ("Dagmar", "Ground"),
    ("Evert", "Cabin"),
)
NAMES = tuple(name for name, _department in PEOPLE)
ANNIKA = ("Dream", "Book", "Fly")
BERTIL = ("Reserve", "Fly", "Complain")
TEXTS = (
    "The price jumps while paying",
    "Nobody says where my bag is",
    "The gate changes and no screen tells",
    "Crew knows my name after a delay",
    "Search forgets what I asked",
    "Vouchers expire unseen",
    "Boarding groups mean nothing",
    "The captain explains the storm",
    "My bag is missing and nobody says where",
    "Refund takes nine weeks",
    "Seat map shows taken places",
    "Queue at security without end",
    "Cold meal after midnight",
    "Taxi is gone at arrival",
    "Insurance is ticked already",
    "Lounge closes before the flight",
    "Blanket costs money",
    "Letter of apology has the wrong name",
    "Password is asked three times",
    "Family sits apart",
)
PRICE, BAG, GATE, CREW = TEXTS[:4]
MISSING = TEXTS[8]
STAGES = ("Book", "Fly", "Complain")


def frame(hands: Hands, people: Sequence[tuple[str, str]] = PEOPLE) -> None:
    """Phase 1: title, promise and roster."""
    hands.write("Title of the workshop", "Spring workshop", enter=True)
    hands.write("Journey", "A return flight")
    hands.write("New promise", "You know more than we do about your trip", enter=True)
    hands.click("Title page")
    hands.write("Date", "2026-05-04")
    hands.click("People · 0")
    hands.click(hands.find("Name of the new participant", QLineEdit))
    for name, department in people:
        hands.type_(name)
        hands.press("Tab")
        hands.type_(department, enter=True)
    assert [one.name for one in hands.workshop.ordered(Participant)] == [name for name, _ in people]


def add_stages(hands: Hands, names: Sequence[str] = STAGES) -> None:
    """Phase 2 in short: the group says its stages at once."""
    hands.go_to(2)
    hands.click(hands.find("New stage", QLineEdit))
    for name in names:
        hands.type_(name, enter=True)
    assert [stage.name for stage in hands.workshop.ordered(Stage)] == list(names)


def write_alone(hands: Hands, name: str, stages: Sequence[str], unseen: Sequence[str]) -> None:
    """One turn at the sheet behind the curtain; what others wrote cannot be read meanwhile."""
    hands.wait_for(f"{name}, it is your turn")
    hands.click("Start writing")
    hands.wait_for(f"{name}, which stages do you see?")
    for stage in stages:
        hands.type_(stage, enter=True)
    assert not [other for other in unseen if other in hands.words()]
    hands.click("Done, hand over")


def take_in(hands: Hands, texts: Sequence[str]) -> None:
    """Phase 3: round robin, one note each, until all are read out."""
    hands.go_to(3)
    hands.click("Round robin")
    hands.click(hands.find("Note that is read out", QLineEdit))
    stages = hands.workshop.ordered(Stage)
    for place, text in enumerate(texts):
        hands.type_(f"{stages[place % len(stages)].name}> {text}", enter=True)
        hands.press("Return")  # on the empty line: next person
    assert [note.text for note in by_number(hands)] == list(texts)


def by_number(hands: Hands) -> list[Note]:
    return sorted(hands.workshop.notes.values(), key=lambda note: note.number)


def merge_by_drag(hands: Hands) -> None:
    """Phase 4: one note dropped on another that says the same."""
    hands.go_to(4)
    hands.press("Esc")  # to the board
    hands.press("Home")
    hands.drop_on(MISSING, BAG)
    hands.press("Esc")
    lead = hands.note(BAG).id
    assert [(one.lead, one.members) for one in hands.workshop.of(Cluster).values()] == [
        (lead, (hands.note(MISSING).id,))
    ]


def sort(hands: Hands) -> None:
    """Phase 5: every note that stands on the ballot, by one key each."""
    hands.go_to(5)
    standing = visible_notes(hands.workshop)
    hands.click(f"Sort {len(standing)} notes")
    for place in range(len(standing)):
        hands.press(str(place % 4 + 1))
    hands.wait_for("All notes are sorted.")
    assert all(note.category for note in visible_notes(hands.workshop))


def start_round(hands: Hands, places: int, kind: str = "Secret") -> None:
    """Phase 6: the terms of the round, and go."""
    hands.go_to(6)
    hands.write("Places above the cut", str(places))
    hands.click(kind)
    hands.click("Start vote")
    hands.wait_for("0 of ")


def pass_keyboard(hands: Hands, ballots: Mapping[str, Sequence[str]]) -> None:
    """A secret round: the keyboard goes from hand to hand, in the order in which people come."""
    hands.click("Pass the keyboard")
    hands.wait_for("Everyone can see this screen")
    hands.click("Only the voter can see it – go on")
    for name, texts in ballots.items():
        take_keyboard(hands, name)
        give(hands, texts)
        hands.wait_for(f"{name} has handed over. Thank you.")
    hands.wait_for("Everyone has handed over")


def take_keyboard(hands: Hands, name: str) -> None:
    if not hands.can_press(f"I am {name} – begin"):
        hands.click(f"{name}: not yet")
    hands.click(f"I am {name} – begin")


def give(hands: Hands, texts: Sequence[str]) -> None:
    """One voter's dots by mouse, and over to the next; without a dot that is an abstention."""
    for text in texts:
        hands.click(f"{hands.note(text).number}: {text}, ", is_whole=False)
    hands.click("Hand over" if texts else "Give no dots")


def close_round(hands: Hands) -> None:
    hands.click("Close the round", inside=hands.desk.parts.middle)
    hands.wait_saved()


def dots(hands: Hands, title: str) -> dict[str, tuple[int, int | None, str]]:
    """Dots, breadth and standing of every note with a dot, by its text."""
    vote = round_titled(hands.workshop, title)
    assert vote is not None
    return {
        hands.workshop.notes[line.note].text: (line.dots, line.breadth, line.standing.value)
        for line in tally_of(hands.workshop, vote).lines
        if line.dots
    }
