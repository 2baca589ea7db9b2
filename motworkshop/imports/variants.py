"""The words by which spreadsheets say a choice, in the languages of `fields`.

They are compared in the form of `columns.key`: without case, accents, punctuation and brackets.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Final, TypeVar

from motworkshop.imports.columns import key
from motworkshop.model.records import Control, EvidenceKind, MomentType, Sentiment

T = TypeVar("T")

_CONTROL: Final = {
    Control.DIRECT: (
        *("direct", "directly", "direct control", "we decide", "full", "own", "high", "yes"),
        *("direkt", "direkte Kontrolle", "wir entscheiden", "voll", "directe", "nous décidons"),
        *("directo", "directa", "decidimos nosotros", "diretto", "diretta", "decidiamo noi"),
        *("wij beslissen", "direto", "direta", "nós decidimos", "vi bestämmer"),
        *("bezpośrednia", "bezpośredni", "my decydujemy"),
    ),
    Control.INFLUENCE: (
        *("influence", "indirect", "indirectly", "partial", "partly", "shared", "some", "medium"),
        *("Einfluss", "indirekt", "teilweise", "beeinflussbar", "indirecte", "partiel"),
        *("influencia", "indirecto", "indirecta", "parcial", "influenza", "indiretto"),
        *("indiretta", "parziale", "invloed", "gedeeltelijk", "influência", "indireto"),
        *("indireta", "inflytande", "påverkan", "delvis", "wpływ", "pośrednia", "częściowa"),
    ),
    Control.NONE: (
        *("none", "no control", "no", "nothing", "others decide", "external", "low", "not at all"),
        *("keine", "kein", "keiner", "keine Kontrolle", "nein", "andere entscheiden", "aucun"),
        *("aucune", "aucun contrôle", "d'autres décident", "ninguno", "ninguna", "deciden otros"),
        *("nessuno", "nessuna", "nessun controllo", "altri decidono", "geen", "geen controle"),
        *("anderen beslissen", "nenhum", "nenhuma", "outros decidem", "ingen", "inget"),
        *("andra bestämmer", "brak", "żadna", "inni decydują"),
    ),
}

_MOMENT_TYPE: Final = {
    MomentType.ZMOT: ("ZMOT", "zero", "zero moment of truth", "looks it up"),
    MomentType.FMOT: ("FMOT", "first", "first moment of truth", "first meets it", "meets it"),
    MomentType.SMOT: ("SMOT", "second", "second moment of truth", "uses it"),
    MomentType.TMOT: ("TMOT", "third", "third moment of truth", "speaks of it"),
    MomentType.UMOT: ("UMOT", "ultimate", "ultimate moment of truth", "shares it"),
}

_EVIDENCE_KIND: Final = {
    EvidenceKind.GUT: (
        *("gut", "gut feeling", "gut feel", "feeling", "opinion", "assumption", "hunch"),
        *("Bauchgefühl", "Bauch", "Gefühl", "Annahme", "Meinung", "intuition", "ressenti"),
        *("intuición", "opinión", "intuizione", "opinione", "onderbuik", "onderbuikgevoel"),
        *("mening", "intuição", "opinião", "magkänsla", "åsikt", "przeczucie", "intuicja"),
    ),
    EvidenceKind.QUALITATIVE: (
        *("qualitative", "qualitative research", "qual", "interview", "observation", "quote"),
        *("qualitativ", "Beobachtung", "Zitat", "qualitatif", "entretien", "cualitativo"),
        *("cualitativa", "qualitativo", "qualitativa", "intervista", "kwalitatief", "kvalitativ"),
        *("jakościowe", "jakościowa", "jakościowy"),
    ),
    EvidenceKind.QUANTITATIVE: (
        *("quantitative", "quantitative research", "quant", "survey", "statistic", "measurement"),
        *("quantitativ", "Umfrage", "Messung", "quantitatif", "sondage", "cuantitativo"),
        *("cuantitativa", "encuesta", "quantitativo", "quantitativa", "sondaggio"),
        *("kwantitatief", "enquête", "kvantitativ", "enkät", "ilościowe", "ilościowa", "ilościowy"),
    ),
}

_SENTIMENT: Final = {
    Sentiment.POSITIVE: (
        *("positive", "pos", "good", "happy", "positiv", "gut", "positif", "positivo", "positiva"),
        *("positief", "pozytywny", "pozytywna", "pozytywne"),
    ),
    Sentiment.NEUTRAL: (
        *("neutral", "neu", "mixed", "neutre", "neutro", "neutra", "neutrale", "neutraal"),
        *("neutralny", "neutralna", "neutralne"),
    ),
    Sentiment.NEGATIVE: (
        *("negative", "neg", "bad", "unhappy", "negativ", "schlecht", "négatif", "negativo"),
        *("negativa", "negatief", "negatywny", "negatywna", "negatywne"),
    ),
}


@cache
def control_words() -> Mapping[str, Control]:
    """What people write for how far they control a touchpoint."""
    return _by_key(_CONTROL)


@cache
def moment_type_words() -> Mapping[str, MomentType]:
    """What people write for the type of a moment."""
    return _by_key(_MOMENT_TYPE)


@cache
def evidence_kind_words() -> Mapping[str, EvidenceKind]:
    """What people write for the kind of a piece of evidence."""
    return _by_key(_EVIDENCE_KIND)


@cache
def sentiment_words() -> Mapping[str, Sentiment]:
    """What people write for how somebody felt."""
    return _by_key(_SENTIMENT)


def _by_key(words: Mapping[T, Iterable[str]]) -> Mapping[str, T]:
    return MappingProxyType(
        {key(word): meant for meant, several in words.items() for word in several}
    )
