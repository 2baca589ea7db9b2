"""The fields that a sheet of each kind may hold, and what people call them in their spreadsheets.

Names are compared without case, accents, punctuation and the English plural (`columns.key`), so
one spelling of each is enough; other plurals stand here. Within one kind no name may lead to two
fields. English, German, French, Spanish, Italian, Dutch, Portuguese, Swedish, Polish.
"""

from typing import Final

from motworkshop.values import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that a row may say; a needed one can have another that does in its place."""

    name: str
    synonyms: tuple[str, ...]
    is_needed: bool = False
    or_else: str = ""


_PERSON: Final = (
    *("name", "full name", "person", "member", "attendee", "respondent"),
    *("Teilnehmer", "Teilnehmerin", "Teilnehmende", "Person", "vollständiger Name"),
    *("nom", "prénom", "participant", "personne", "nombre", "participante", "persona"),
    *("nome", "partecipante", "naam", "deelnemer", "persoon", "pessoa"),
    *("namn", "deltagare", "imię", "imię i nazwisko", "nazwisko", "uczestnik", "osoba"),
)
_STAGE: Final = (
    *("journey stage", "customer journey stage", "stage name", "phase", "journey phase"),
    *("step", "journey step", "Phasen", "Etappe", "Etappen", "Abschnitt", "Schritt"),
    *(
        "Reisephase",
        "Stufe",
        "étape",
        "étape du parcours",
        "etapa",
        "fase",
        "fasi",
        "fasen",
    ),
    *("fases", "tappa", "passo", "stap", "stappen", "estágio", "steg", "skede", "fas"),
    *("faser", "etap", "etapy", "faza", "krok"),
)
_LANE: Final = (
    *("swimlane", "swim lane", "row", "actor", "Bahn", "Zeile", "Schwimmbahn", "Akteur"),
    *("couloir", "ligne", "acteur", "carril", "fila", "corsia", "riga", "attore"),
    *("baan", "rij", "raia", "linha", "ator", "bana", "rad", "aktör", "tor", "aktor"),
)
_DETAILS: Final = (
    *("detail", "description", "comment", "remark", "explanation", "notes and comments"),
    *("Beschreibung", "Einzelheiten", "Kommentar", "Kommentare", "Bemerkung"),
    *("Bemerkungen", "Erläuterung", "détail", "commentaire", "remarque"),
    *("descripción", "detalle", "comentario", "dettaglio", "dettagli", "descrizione"),
    *("commento", "commenti", "omschrijving", "beschrijving", "toelichting", "opmerking"),
    *("opmerkingen", "descrição", "detalhe", "comentário", "beskrivning", "detalj"),
    *("detaljer", "opis", "szczegóły", "komentarz", "uwagi"),
)
_AUTHOR: Final = (
    *("written by", "created by", "added by", "contributor", "owner of the note"),
    *("Autor", "Autorin", "Verfasser", "Verfasserin", "erstellt von", "auteur", "créé par"),
    *("autora", "creado por", "autore", "creato da", "gemaakt door", "criado por"),
    *("författare", "skapad av", "utworzone przez"),
)
_DEPARTMENT: Final = (
    *("dept", "team", "unit", "business unit", "function", "division", "silo"),
    *("Abteilung", "Abteilungen", "Bereich", "Ressort", "Einheit", "département"),
    *("service", "équipe", "departamento", "área", "equipo", "reparto", "dipartimento"),
    *("ufficio", "afdeling", "afdelingen", "equipe", "setor", "avdelning", "enhet"),
    *("dział", "zespół", "departament"),
)
_CATEGORY: Final = (
    *("type of moment of truth", "class", "Kategorie", "Kategorien", "catégorie"),
    *("categoría", "categoria", "categorie", "categorieën", "kategori", "kategorier"),
    *("kategoria", "kategorie"),
)
_CHANNEL: Final = (
    *("medium", "contact channel", "Kanal", "Kanäle", "Kontaktkanal", "canal", "canaux"),
    *("canales", "canale", "canali", "kanaal", "kanalen", "canais", "kanaler", "kanał"),
    *("kanały",),
)
_CONTROL: Final = (
    *("level of control", "controlled by us", "influence", "Kontrolle", "Einfluss"),
    *("Steuerbarkeit", "contrôle", "maîtrise", "influence", "influencia", "controllo"),
    *("controle", "invloed", "influência", "kontroll", "inflytande", "kontrola", "wpływ"),
)
_MOMENT_TYPE: Final = (
    *("type of moment", "moment of truth type", "mot type", "ZMOT", "Momenttyp"),
    *("Art des Moments", "type de moment", "tipo de momento", "tipo di momento"),
    *("soort moment", "momenttype", "typ av ögonblick", "typ momentu"),
)
_EXPECTATION: Final = (
    *("expected", "expectation score", "Erwartung", "Erwartungen", "Soll", "attente"),
    *("expectativa", "aspettativa", "aspettative", "attesa", "verwachting"),
    *("verwachtingen", "förväntan", "förväntning", "oczekiwanie", "oczekiwania"),
)
_EXPERIENCE: Final = (
    *("experienced", "experience score", "actual experience", "satisfaction", "Erlebnis"),
    *("Erfahrung", "Erleben", "Zufriedenheit", "Ist", "expérience", "vécu", "experiencia"),
    *("satisfacción", "esperienza", "soddisfazione", "ervaring", "beleving"),
    *("tevredenheid", "experiência", "satisfação", "upplevelse", "erfarenhet"),
    *("doświadczenie", "zadowolenie"),
)
_IMPORTANCE: Final = (
    *("priority", "weight", "relevance", "Wichtigkeit", "Bedeutung", "Relevanz"),
    *("Priorität", "Gewicht", "priorité", "poids", "importancia", "prioridad"),
    *("importanza", "priorità", "belang", "prioriteit", "importância", "prioridade"),
    *("betydelse", "vikt", "viktighet", "ważność", "znaczenie", "priorytet"),
)
_EMOTION: Final = (
    *("feeling", "mood", "Gefühl", "Gefühle", "Emotionen", "Stimmung", "émotion"),
    *("ressenti", "emoción", "sentimiento", "emozione", "emozioni", "sentimento"),
    *("emotie", "gevoel", "emoção", "känsla", "känslor", "emocja", "emocje", "uczucie"),
)
_NUMBER: Final = (
    *("no", "nr", "num", "note number", "note no", "Nummer", "Notiznummer", "numéro"),
    *("número", "numero", "núm", "nummer", "numer", "n°", "№"),
)
_LEAD: Final = (
    *("under note", "lies under", "under", "merged under", "lead note", "cluster lead"),
    *("cluster of", "liegt unter", "unter Zettel", "unter Notiz", "Leitzettel", "sous la note"),
    *("bajo la nota", "sotto la nota", "onder notitie", "sob a nota", "under lapp", "pod notatką"),
)
_NAME: Final = ("participant", *_PERSON)
_VOTER: Final = (
    *("participant", "ballot", "ballot id", "voted by", *_PERSON, "Wähler", "Wählerin"),
    *("Stimmzettel", "Abstimmende", "votant", "votante", "elector", "elettore", "kiezer"),
    *("stemmer", "eleitor", "väljare", "röstande", "głosujący", "wyborca"),
)
_POSITION: Final = (
    *("order", "rank", "sequence", "index", "step number", "number", "no", "nr"),
    *("Reihenfolge", "Rang", "Reihung", "Nummer", "ordre", "rang", "numéro", "orden"),
    *("posición", "número", "ordine", "posizione", "numero", "volgorde", "positie"),
    *("nummer", "ordem", "posição", "ordning", "ordningsföljd", "kolejność", "pozycja"),
    *("numer",),
)
_DEFINITION: Final = (
    *("meaning", "description", "explanation", "Bedeutung", "Beschreibung", "Erklärung"),
    *("définition", "signification", "definición", "significado", "descripción"),
    *("definizione", "significato", "descrizione", "definitie", "betekenis"),
    *("omschrijving", "definição", "descrição", "betydelse", "beskrivning"),
    *("definicja", "znaczenie", "opis"),
)
_DOTS: Final = (
    *("vote", "point", "dot", "number of dots", "score", "sticker", "Punkt", "Punkte"),
    *("Stimme", "Stimmen", "Klebepunkte", "Punktzahl", "voix", "gommette", "voto"),
    *("votos", "punto", "puntos", "voti", "punti", "stem", "stemmen", "stip", "stippen"),
    *("punt", "punten", "ponto", "pontos", "röst", "röster", "prick", "prickar"),
    *("poäng", "głos", "głosy", "punkty", "kropka", "kropki"),
)
_KIND: Final = (
    *("type", "evidence type", "kind of evidence", "research type", "method"),
    *("Art", "Typ", "Belegart", "Methode", "méthode", "genre", "tipo", "método"),
    *("metodo", "soort", "typ", "metod", "slag", "rodzaj", "metoda"),
)
_SOURCE: Final = (
    *("origin", "reference", "link", "url", "Quelle", "Quellen", "Herkunft", "origine"),
    *("référence", "fuente", "origen", "fonte", "fonti", "bron", "bronnen", "herkomst"),
    *("origem", "källa", "källor", "źródło", "źródła"),
)
_DATE: Final = (
    *("day", "collected on", "when", "timestamp", "Datum", "Tag", "Zeitpunkt", "jour"),
    *("fecha", "día", "data", "giorno", "datum", "dia", "dag", "dzień"),
)
_SENTIMENT: Final = (
    *("mood", "tone", "polarity", "Stimmung", "Tonalität", "tonalité", "sentimiento"),
    *("tono", "sentimento", "stemming", "tom", "stämning", "ton", "nastrój", "wydźwięk"),
)
_STATEMENT: Final = (
    *("quote", "statement", "verbatim", "feedback", "message", "content", "finding", "title"),
    *("Aussage", "Zitat", "Rückmeldung", "Erkenntnis", "Titel", "citation", "verbatim client"),
    *("constat", "titre", "texte", "cita", "hallazgo", "texto", "título", "citazione", "testo"),
    *("titolo", "citaat", "bevinding", "tekst", "titel", "citação", "achado", "citat", "rubrik"),
    *("iakttagelse", "cytat", "treść", "tytuł"),
)
_TOUCHPOINT: Final = (
    *("touchpoint", "touch point", "touchpoint name", "note", "note text", "sticky note"),
    *("contact", "contact point", "interaction", "moment", "moment of truth"),
    *("Berührungspunkt", "Berührungspunkte", "Kontaktpunkt", "Kontaktpunkte", "Kontakt"),
    *("Notiz", "Zettel", "Moment der Wahrheit", "point de contact", "points de contact"),
    *("note adhésive", "moment de vérité", "punto de contacto", "puntos de contacto", "nota"),
    *("momento de la verdad", "punto di contatto", "punti di contatto", "momento della verità"),
    *("contactpunt", "contactpunten", "contactmoment", "notitie", "moment van de waarheid"),
    *("ponto de contato", "pontos de contato", "ponto de contacto", "pontos de contacto"),
    *("momento da verdade", "kontaktpunkt", "kontaktpunkter", "beröringspunkt"),
    *("sanningens ögonblick", "punkt styku", "punkt kontaktu", "notatka", "moment prawdy"),
)
_IDEA: Final = (
    *("idea", "title", "message", "feedback", "statement", "Idee", "Titel", "Text der Notiz"),
    *("idée", "titre", "texte", "título", "texto", "titolo", "testo", "tekst", "ideia"),
    *("idé", "rubrik", "pomysł", "tytuł", "treść"),
)

TOUCHPOINT_FIELDS: Final = (
    Field("text", (*_TOUCHPOINT, *_IDEA), is_needed=True),
    Field("stage", _STAGE),
    Field("lane", _LANE),
    Field("details", _DETAILS),
    Field("author", _AUTHOR),
    Field("department", _DEPARTMENT),
    Field("category", _CATEGORY),
    Field("channel", _CHANNEL),
    Field("control", _CONTROL),
    Field("moment type", _MOMENT_TYPE),
    Field("expectation", _EXPECTATION),
    Field("experience", _EXPERIENCE),
    Field("importance", _IMPORTANCE),
    Field("emotion", _EMOTION),
    Field("number", _NUMBER),
    Field("lead", _LEAD),  # the number of the note that it lies under
    Field("link", ("url", "hyperlink", "web address", "Verweis", "lien", "enlace", "länk")),
)
PARTICIPANT_FIELDS: Final = (
    Field("name", _NAME, is_needed=True),
    Field("department", _DEPARTMENT),
)
STAGE_PROPOSAL_FIELDS: Final = (
    Field("participant", _PERSON, is_needed=True),
    Field("stage", _STAGE, is_needed=True),
    Field("position", _POSITION),
    Field("definition", _DEFINITION),
)
BALLOT_FIELDS: Final = (
    Field("voter", _VOTER, is_needed=True),
    Field("text", _TOUCHPOINT, is_needed=True, or_else="number"),
    Field("number", _NUMBER),
    Field("dots", _DOTS, is_needed=True),
)
EVIDENCE_FIELDS: Final = (
    Field("text", _STATEMENT, is_needed=True),
    Field("note", _TOUCHPOINT),
    Field("stage", _STAGE),
    Field("kind", _KIND),
    Field("source", _SOURCE),
    Field("date", _DATE),
    Field("sentiment", _SENTIMENT),
)
