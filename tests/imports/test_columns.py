from itertools import combinations

import pytest

from motworkshop.imports import fields
from motworkshop.imports.columns import (
    Matching,
    MissingColumnError,
    UnclearColumnError,
    key,
    match_columns,
)
from motworkshop.imports.fields import (
    BALLOT_FIELDS,
    EVIDENCE_FIELDS,
    PARTICIPANT_FIELDS,
    STAGE_PROPOSAL_FIELDS,
    TOUCHPOINT_FIELDS,
    Field,
)

KINDS = (
    TOUCHPOINT_FIELDS,
    PARTICIPANT_FIELDS,
    STAGE_PROPOSAL_FIELDS,
    BALLOT_FIELDS,
    EVIDENCE_FIELDS,
)


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_found_under_its_own_name(kind: tuple[Field, ...]) -> None:
    names = tuple(field.name for field in kind)
    found = match_columns(tuple(name.upper().replace(" ", "_") for name in names), kind, {})
    assert found == Matching({name: at for at, name in enumerate(names)}, ())


@pytest.mark.parametrize("kind", KINDS)
def test_no_name_leads_to_two_fields_of_a_kind(kind: tuple[Field, ...]) -> None:
    for one, other in combinations(kind, 2):
        shared = {key(name) for name in one.synonyms} & {key(name) for name in other.synonyms}
        own = {key(field.name) for field in kind}  # a field's own name wins over synonyms
        assert not shared - own, (one.name, other.name)


def test_a_field_is_needed_only_where_the_contract_says_so() -> None:
    needed = [{field.name for field in kind if field.is_needed} for kind in KINDS]
    assert needed == [
        {"text"},
        {"name"},
        {"participant", "stage"},
        {"voter", "text", "dots"},
        {"text"},
    ]
    assert fields.BALLOT_FIELDS[1].or_else == "number"


@pytest.mark.parametrize(
    "headers",
    [
        ("Touchpoints", "Journey stage", "Dept.", "Categories", "Importance (1–5)"),
        ("Berührungspunkt", "Phase", "Abteilung", "Kategorie", "Wichtigkeit"),
        ("Beruehrungspunkte", "Etappe", "ABTEILUNG", "Kategorien", "Priorität"),
        ("Point de contact", "Étape", "Département", "Catégorie", "Priorité"),
        ("Punto de contacto", "Etapa", "Departamento", "Categoría", "Importancia"),
        ("Punto di contatto", "Fase", "Reparto", "Categoria", "Importanza"),
        ("Contactpunt", "Fase", "Afdeling", "Categorie", "Belang"),
        ("Ponto de contato", "Etapa", "Setor", "Categoria", "Importância"),
        ("Kontaktpunkt", "Steg", "Avdelning", "Kategori", "Betydelse"),
        ("Punkt styku", "Etap", "Dział", "Kategoria", "Ważność"),
    ],
)
def test_columns_are_found_in_nine_languages(headers: tuple[str, ...]) -> None:
    found = match_columns(headers, TOUCHPOINT_FIELDS, {})
    assert found.columns == {
        "text": 0,
        "stage": 1,
        "department": 2,
        "category": 3,
        "importance": 4,
    }
    assert found.ignored == ()


def test_columns_that_are_not_read_are_told() -> None:
    headers = ("text", "stage", "sentiment", "", "reason", "airline")
    found = match_columns(headers, EVIDENCE_FIELDS, {})
    assert found == Matching({"text": 0, "stage": 1, "sentiment": 2}, ("reason", "airline"))


def test_a_fields_own_name_wins_over_a_synonym_and_the_other_is_told() -> None:
    found = match_columns(("Touchpoint", "Text"), TOUCHPOINT_FIELDS, {})
    assert found == Matching({"text": 1}, ("Touchpoint",))


def test_a_column_called_as_one_field_is_not_taken_for_another() -> None:
    found = match_columns(("Quote", "Note"), EVIDENCE_FIELDS, {})
    assert found.columns == {"text": 0, "note": 1}


def test_two_synonyms_of_one_field_are_asked_about() -> None:
    with pytest.raises(UnclearColumnError, match=r"“Kontakt”, “Touchpoint” .* --map Kontakt=text"):
        match_columns(("Kontakt", "Touchpoint"), TOUCHPOINT_FIELDS, {})


def test_a_mapped_column_settles_it() -> None:
    found = match_columns(
        ("Kontakt", "Touchpoint", "Wer"), TOUCHPOINT_FIELDS, {"kontakt": "Text", "Wer": "author"}
    )
    assert found == Matching({"text": 0, "author": 2}, ("Touchpoint",))


def test_a_mapping_takes_the_column_from_the_field_it_is_called_after() -> None:
    found = match_columns(("text", "details"), TOUCHPOINT_FIELDS, {"details": "text"})
    assert found == Matching({"text": 1}, ("text",))


@pytest.mark.parametrize(
    ("overrides", "said"),
    [
        ({"Whoever": "author"}, "no column “Whoever” to map: there are “Text”, “Stage”"),
        ({"Text": "colour"}, "no field “colour” .* there are text, stage, lane"),
        ({"Text": "stage", "Stage": "stage"}, "one column only"),
        ({"Text": "stage", "text": "text"}, "one field only"),
    ],
)
def test_a_mapping_that_cannot_be_is_refused(overrides: dict[str, str], said: str) -> None:
    with pytest.raises(UnclearColumnError, match=said):
        match_columns(("Text", "Stage"), TOUCHPOINT_FIELDS, overrides)


def test_a_needed_column_that_is_missing_is_told_with_those_there_are() -> None:
    with pytest.raises(MissingColumnError) as caught:
        match_columns(("What happened", "Stage"), TOUCHPOINT_FIELDS, {})
    sentence = str(caught.value)
    assert "the “text”" in sentence
    assert "“What happened”, “Stage”" in sentence
    assert '--map "What happened=text"' in sentence


def test_without_a_free_column_no_mapping_is_proposed() -> None:
    with pytest.raises(MissingColumnError) as caught:
        match_columns(("Stage",), TOUCHPOINT_FIELDS, {})
    assert "--map" not in str(caught.value)


def test_a_ballot_names_its_notes_by_text_or_number() -> None:
    assert match_columns(("Voter", "No.", "Votes"), BALLOT_FIELDS, {}).columns["number"] == 1
    assert match_columns(("Name", "#", "Stimmen"), BALLOT_FIELDS, {}).columns["number"] == 1
    with pytest.raises(MissingColumnError, match="“text” or “number”"):
        match_columns(("Voter", "Dots"), BALLOT_FIELDS, {})
