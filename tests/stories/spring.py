"""The workshop that the stories play: who is in the room, and each phase as a group goes through it."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QAbstractButton, QLineEdit

from motworkshop.model.records import Note, Participant, Stage, StageProposal
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
    hands.write("Date", "2026-05-04")
    hands.write("New promise", "You know more than we do about your trip", enter=True)
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
    written = [one for one in hands.workshop.ordered(StageProposal) if one.name in stages]
    assert len(written) >= len(stages)


def take_in(hands: Hands, texts: Sequence[str]) -> None:
    """Phase 3: round robin, one note each, until all are read out."""
    hands.go_to(3)
    hands.click(hands.find("Note that is read out", QLineEdit))
    stages = hands.workshop.ordered(Stage)
    for place, text in enumerate(texts):
        hands.type_(f"{stages[place % len(stages)].name}> {text}", enter=True)
        hands.press("Return")  # on the empty line: next person
    assert [note.text for note in by_number(hands)] == list(texts)


def by_number(hands: Hands) -> list[Note]:
    return sorted(hands.workshop.notes.values(), key=lambda note: note.number)


def vote(hands: Hands, name: str, texts: Sequence[str]) -> None:
    """One turn at the ballot, by mouse, from the moment the ballot is there."""
    hands.wait_for(name)
    for text in texts:
        click_ballot(hands, text)
    hands.click("Hand over" if texts else "Give no dots")


def click_ballot(hands: Hands, text: str) -> None:
    hands.click(f"{hands.note(text).number}: {text}, ", is_whole=False)


def pass_keyboard(hands: Hands, ballots: Mapping[str, Sequence[str]]) -> None:
    """A secret round: the keyboard goes from hand to hand, in the order in which people come."""
    hands.click("Pass the keyboard")
    hands.click("Only the voter can see it – go on")
    for name, texts in ballots.items():
        take_keyboard(hands, name)
        vote(hands, name, texts)
        hands.wait_for(f"{name} has handed over. Thank you.")
    hands.wait_for("Everyone has handed over")


def take_keyboard(hands: Hands, name: str) -> None:
    if not hands.can_press(f"I am {name} – begin"):
        hands.click(f"{name}: not yet")
    hands.click(f"I am {name} – begin")


def close_round(hands: Hands) -> None:
    hands.click("Close the round", inside=hands.desk.parts.middle)
    hands.wait_saved()


def chips(hands: Hands, words: str) -> QAbstractButton:
    found = hands.find(words, QAbstractButton, is_whole=False)
    assert isinstance(found, QAbstractButton)
    return found
