"""Reports of workshops that are empty, huge, hostile or half done."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from motworkshop.model.records import (
    Cluster,
    Count,
    Decision,
    Evidence,
    Lane,
    MomentOfTruth,
    Note,
    Participant,
    RoundStatus,
    StageProposal,
    Turnout,
)
from motworkshop.model.workshop import Workshop

if TYPE_CHECKING:
    from tests.exports.report.conftest import Build, Vote, Write

_HOSTILE = [
    "=1+1",
    "@SUM(A1)",
    "+4 dots",
    "-1",
    "<b>unclosed",
    "</para><foo>swallowed</foo>",
    "<img src='file:///etc/passwd'/>",
    "&amp; &lt; &#65; &nbsp;",
    "(parenthesis) \\( \\051 unbalanced (",
    "%PDF-1.4 endobj endstream",
    "/Type /Page /Count 9",
    "BT /F1 12 Tf ET Q q",
    "{x} {{y}} %s %(name)s $HOME `id`",
    "'; DROP TABLE notes; --",
    "_x0041_ \\u0041 \\n \\t",
    "C:\\temp\\new",
    "😀 👩‍🚀 👍🏽 🇨🇭 ✔️",
    "漢字仮名交じり文",
    "简体中文和繁體中文",
    "한국어 메모",
    "Ελληνικά και Кириллица",
    "Zürich – naïve Ærø Łódź ẞ",
    "हिन्दी में परीक्षण",
    "ภาษาไทย ที่นี่",
    "𝗹𝗲𝘁𝘁𝗲𝗿𝘀 𝔘𝔫𝔦𝔠𝔬𝔡𝔢",
    "½ ≤ ∑ → ★ ☐ €",
    "“quoted” ‘single’ «guillemets»",
    "ends with a backslash \\",
    "http://user:pass@host/?q=1&r=2#x",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "#REF! #NAME? #DIV/0!",
    "TRUE",
    "1e309",
    "007",
    "null",
    "…",
    "x" * 200,
    "a-" * 80 + "b",
    "e\u0301 combined",
]


def _composed(text: str) -> str:
    import unicodedata

    return "".join(unicodedata.normalize("NFC", text).split())


def test_forty_hostile_texts_are_copied_out_as_they_went_in(write: Write, board: Build) -> None:
    assert len(_HOSTILE) == 40
    report = write(Workshop(board(_HOSTILE, stages=8)))
    every = "".join(" ".join(page.extract_text() for page in report.reader.pages).split())
    for text in _HOSTILE:
        assert _composed(text) in every or _composed(text) in report.letters, text
    assert report.export.changes == ()


def test_what_no_font_has_is_a_box_and_is_told(write: Write, board: Build) -> None:
    report = write(Workshop(board(["cuneiform \U00012000 sign", "half \ud83d pair", "bell \x07"])))
    assert report.export.changes == (
        "1 character is in none of the fonts and drawn as □: U+12000",
        "1 half character was replaced by \ufffd",
        "1 control character was left out: they have no shape",
    )


def test_a_workshop_just_created_says_what_there_is_not(write: Write) -> None:
    report = write(Workshop.titled("Nothing yet"))
    assert len(report.pages) == 3
    assert report.chapters == ["What this report does not show"]
    for said in ("No vote has been closed yet", "There are no stages", "No touchpoints were"):
        assert said in report.text


def test_twelve_notes_of_a_stage_are_all_on_the_map(write: Write, board: Build) -> None:
    report = write(Workshop(board([f"touchpoint {n}" for n in range(1, 13)])))
    page = report.page_with("The journey as a map")
    for n in range(1, 13):
        assert f"{n} {n % 4 + 1} touchpoint {n} " in page
    assert "12 notes" in page
    assert "more, in the list" not in page


def test_more_notes_of_a_stage_are_the_top_by_dots_and_a_count(
    write: Write, board: Build, vote: Vote
) -> None:
    texts = [f"touchpoint{n:03}" for n in range(1, 301)]
    ballots = [dict.fromkeys(range(200, 212), 1), {205: 1}]
    report = write(Workshop([*board(texts), *vote(300, ballots)]))
    page = report.page_with("The journey as a map")
    shown = [text for text in texts if text in page]
    assert shown == texts[199:211]
    assert page.index("touchpoint205") < page.index("touchpoint200")
    assert "12 of 300 notes, most dots first" in page
    assert "and 288 more, in the list of all notes" in page
    assert all(text in report.text for text in texts)


def test_a_note_of_ten_thousand_characters_is_whole_in_the_list(
    write: Write, board: Build, vote: Vote
) -> None:
    words = [f"word{n:04}" for n in range(1_100)]
    records = board(["W" * 10_000, " ".join(words), "short"])
    report = write(Workshop([*records, *vote(3, [{1: 1, 2: 1, 3: 1}])]))
    start = next(n for n, page in enumerate(report.pages) if "3 notes by number" in page)
    listed = " ".join(report.pages[start:])
    assert listed.replace("What", "").count("W") == 10_000
    assert all(word in listed for word in words)
    assert "whole text in the list of all notes" in report.page_with("The journey as a map")


def test_without_stages_notes_are_in_the_parking_lot(write: Write, board: Build) -> None:
    report = write(Workshop(board(["alone", "too"], stages=0)))
    assert "Parking lot" in report.page_with("The journey as a map")
    assert "Stages and categories" not in report.chapters


def test_sixteen_stages_take_several_pages_and_lanes_stand_on_notes(
    write: Write, board: Build
) -> None:
    records = board([f"text {n}" for n in range(40)], stages=16)
    records = [
        replace(one, lane="lane") if isinstance(one, Note) and one.number == 7 else one
        for one in records
    ]
    report = write(Workshop([*records, Lane("lane", "Telephone")]))
    maps = [page for page in report.pages[2:] if "The journey as a map" in page]
    assert len(maps) == 3
    assert "Telephone" in "".join(maps)
    for n in range(16):
        assert any(f"Stage {n}" in page for page in maps)


# Votes


def test_an_unsettled_tie_is_an_open_statement(write: Write, board: Build, vote: Vote) -> None:
    ballots = [{1: 1, 2: 1}, {1: 1, 3: 1}, {4: 1}]
    records = [*board(["a", "b", "c", "d"]), *vote(4, ballots, cut=2)]
    report = write(Workshop(records))
    said = "3 notes are tied for the last place — the group has not decided yet"
    assert said in report.page_with("The top two")
    assert f"Cut: 1 of 2 places are taken. {said}." in report.text
    assert report.text.count("Moment of truth 1 of 1") == 1
    two = write(Workshop(records), cut=3)
    assert "tied for the last two places" in two.text


def test_a_tie_settled_by_a_reason_gives_the_reason(write: Write, board: Build, vote: Vote) -> None:
    ballots = [{1: 1, 2: 1}, {1: 1, 3: 1}]
    decided = MomentOfTruth("m", "note 3", Decision.IN, "the law asks for it", "vote")
    report = write(Workshop([*board(["a", "b", "c"]), *vote(3, ballots, cut=2), decided]))
    said = "The group decided the tie at the cut: 3 is in, 2 is out. 3: The law asks for it."
    assert said in report.page_with("The top two")
    assert "the group decided that it is in. Reason: The law asks for it." in report.text
    assert "tied for" not in report.text


def test_an_open_secret_round_gives_the_turnout_and_nothing_else(
    write: Write, board: Build, vote: Vote
) -> None:
    records = [*board(["apple", "pear"]), *vote(2, [{1: 3}], status=RoundStatus.OPEN)]
    records += [Turnout("t", "vote", "Ann"), *(Participant(n, n) for n in ("Ann", "Bob"))]
    report = write(Workshop(records))
    page = report.page_with("“Vote” is secret and still open: 1 of 2 has handed over.")
    assert "apple" not in page
    assert "dot" not in page
    assert "Moment of truth" not in report.text
    assert " 3 " not in report.page_with("All notes").split("apple")[1].split("pear")[0]


def test_dots_counted_on_paper_have_no_breadth(write: Write, board: Build, vote: Vote) -> None:
    counts = [Count("c1", "vote", "note 1", 7), Count("c2", "vote", "note 2", 2)]
    report = write(Workshop([*board(["a", "b"]), *vote(2, [], voters=9), *counts]))
    assert "9 people voted" in report.text
    assert "The dots were counted on paper" in report.text
    assert "breadth unknown" in report.page_with("The top ten")
    assert "How far people agree" not in report.chapters


def test_two_main_rounds_are_compared_by_rank(write: Write, board: Build, vote: Vote) -> None:
    first = vote(3, [{1: 3, 2: 2, 3: 1}], key="first", position=1)
    second = vote(3, [{1: 1, 2: 2, 3: 3}], key="second", position=2)
    report = write(Workshop([*board(["aaa", "bbb", "ccc"]), *first, *second]))
    page = report.page_with("Ranks in “First” and in “Second”.")
    for row in ("3 ccc 3 (1 dot) 1 (3 dots) up 2", "2 bbb 2 (2 dots) 2 (2 dots) same"):
        assert row in page
    assert "1 aaa 1 (3 dots) 3 (1 dot) down 2" in page


def test_a_long_ballot_keeps_every_note(write: Write, board: Build, vote: Vote) -> None:
    texts = [f"candidate{n:03}" for n in range(1, 201)]
    ballot = {n: n for n in range(1, 101)}
    report = write(Workshop([*board(texts, stages=7), *vote(200, [ballot])]))
    start = next(n for n, page in enumerate(report.pages[2:], 2) if "The vote" in page)
    end = next(n for n, page in enumerate(report.pages[2:], 2) if "Moment of truth 1 of" in page)
    told = " ".join(report.pages[start:end])
    assert all(text in told for text in texts)
    assert "100 touchpoints on the ballot got no dot" in report.text


# People, evidence, scores


def test_first_names_in_what_people_wrote_are_replaced_too(write: Write, board: Build) -> None:
    people = [Participant(n, n, "Sales") for n in ("Ann Lund", "Bo Ek", "Bo Ask")]
    texts = ["Ann said so", "Bo calls back", "Annual Boss", "as Ann Lund knows, not ann"]
    report = write(Workshop([*board(texts), *people]), with_names=False)
    page = report.page_with("All notes")
    told = ("Sales 1 said so", "somebody calls back", "Annual Boss", "as Sales 1 knows, not ann")
    assert all(text in page for text in told)


def test_one_participant_has_no_alignment(write: Write, board: Build) -> None:
    proposals = [StageProposal("p1", "ann", "Look"), StageProposal("p2", "ann", "Buy", position=1)]
    report = write(Workshop([*board(["a"]), Participant("ann", "Ann", "Sales"), *proposals]))
    page = report.page_with("How each of us saw the stages")
    assert "1 person wrote down the stages before the group talked." in page
    assert "Look Buy" in page
    assert "alignment" not in page


def test_forty_participants_with_long_lists_all_fit(write: Write, board: Build) -> None:
    people = [Participant(f"p{n}", f"Person{n:02}", "Sales") for n in range(40)]
    proposals = [
        StageProposal(f"s{p} {n}", f"p{p}", f"step{p:02}x{n:02}", position=n)
        for p in range(40)
        for n in range(30)
    ]
    report = write(Workshop([*board(["a"]), *people, *proposals]))
    assert all(one.name in report.text for one in people)
    assert all(one.name in report.text for one in proposals)


def test_evidence_of_notes_stages_and_the_pool_is_told_apart(write: Write, board: Build) -> None:
    evidence = [
        Evidence("e1", "about a note", note="note 1"),
        Evidence("e2", "about a stage", stage="stage 0"),
        Evidence("e3", "about nothing"),
    ]
    page = write(Workshop([*board(["a"]), *evidence])).page_with("3 pieces of evidence")
    assert "No. 1 about a note" in page
    assert "Stage 0 about a stage" in page
    assert "Unlinked about nothing" in page


def test_members_of_a_cluster_stand_on_the_page_of_their_moment(
    write: Write, board: Build, vote: Vote
) -> None:
    records = [*board(["lead", "member one", "member two"]), *vote(3, [{1: 1, 2: 1}])]
    report = write(Workshop([*records, Cluster("c", "note 1", ("note 2", "note 3"))]))
    page = report.page_with("Moment of truth 1 of 1")
    assert "The group put two more under it 2 member one 3 member two" in page
    assert "member one Under 1" in report.page_with("All notes")


def test_stages_without_scores_are_named_under_the_curve(write: Write, board: Build) -> None:
    records: list[Any] = board(["a", "b", "c"], stages=3)
    records = [
        replace(one, expectation=5, experience=2)
        if isinstance(one, Note) and one.number != 2
        else one
        for one in records
    ]
    page = write(Workshop(records)).page_with("What customers expect")
    assert "“Stage 2” has no scores on both lines." in page
    assert "The widest gap is in “Stage 0”: 3.0." in page


def test_numbers_that_find_no_room_in_the_matrix_are_listed(write: Write, board: Build) -> None:
    records = [
        replace(one, importance=5, experience=1) if isinstance(one, Note) else one
        for one in board([f"t{n}" for n in range(40)])
    ]
    page = write(Workshop(records)).page_with("Importance and experience, beside the vote")
    numbers = ", ".join(str(n) for n in range(1, 41))
    assert f"Importance 5, experience 1: all of {numbers}." in page


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_texts_at_their_limits_everywhere_are_written(
    write: Write, board: Build, vote: Vote, paper: str
) -> None:
    long = " ".join(["endless"] * 1_200)
    card = MomentOfTruth(
        "m",
        "note 1",
        None,
        long,
        None,
        None,
        long,
        long,
        "somebody " * 60,
        tuple(f"{n} {'responsible' * 9}" for n in range(80)),
    )
    records = board([long, "b"], title="title " * 200)
    records[0] = replace(records[0], organisation="o" * 400, journey=long, segment=long)
    report = write(Workshop([*records, *vote(2, [{1: 1}]), card]), paper=paper)
    assert report.text.count("endless") >= 4 * 1_200
