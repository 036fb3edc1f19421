"""Sessions, rankings, improvement points and topics, made by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas as pd

from coding.codebook import Code
from prioritisation.ballots import Ballot, BallotState
from prioritisation.consultations import Consultation, ConsultedList, Entry, Marking, list_consultation
from prioritisation.ranking import Ranking, count_ballots
from prioritisation.sessions import Option, SessionForm, SessionStatus, VotingSession
from prioritisation.weights import Comparison, across
from synthesis.improvements import ImprovementPoint
from synthesis.topics import Topic, TopicFit, TopicMember
from tests.reports.made_maps import PERSPECTIVES, journey

_POINTS = (
    (
        "p-loket",
        "Geef ieder bedrijf één vast nummer dat wordt opgenomen",
        "Nu bellen werkgevers langs drie loketten voordat iemand het dossier heeft.",
    ),
    (
        "p-warm",
        "Draag een werknemer warm over voordat de begeleiding stopt",
        "Een gesprek met drie mensen aan tafel, niet een brief.",
    ),
    ("p-taal", "Schrijf besluiten in gewone taal", ""),
    (
        "p-tijd",
        "Begin het gesprek over stoppen zodra de eerste twijfel er is",
        "Ook als de baan daarna blijft bestaan, want dan weet iedereen waar hij aan toe is.",
    ),
    (
        "p-geld",
        "Laat de subsidie stapsgewijs aflopen",
        "Een plotseling einde dwingt kleine bedrijven tot een besluit dat ze niet willen nemen.",
    ),
    ("p-regel", "Zorg dat iedere instantie dezelfde uitleg geeft over de proefplaatsing", ""),
)


def session(valid: int = 9, *, perspective: str | None = "werkgever") -> VotingSession:
    options = tuple(Option(key, f"id-{key}", title, explanation) for key, title, explanation in _POINTS)
    return VotingSession(
        f"session-{perspective}",
        f"sessie-{perspective}",
        f"Sessie met {perspective}s",
        perspective,
        SessionForm.BALLOTS,
        "borda",
        "below",
        options,
        held_on=date(2026, 5, 12),
        top_k=3,
        invited=valid + 4,
        status=SessionStatus.CLOSED,
    )


def ranking(valid: int = 9, *, perspective: str = "werkgever") -> Ranking:
    """A counted session with a shared place, a blank ballot and so many valid ones."""
    keys = [key for key, _, _ in _POINTS]
    orders = [(0, 1, 3), (1, 0, 4), (0, 3, 1), (1, 4, 0), (3, 0, 1), (0, 1, 2), (4, 1, 0), (1, 0, 3), (2, 0, 1)]
    made = session(valid, perspective=perspective)
    cast = [
        Ballot(
            f"ballot-{at}",
            made.id,
            f"key-{at}",
            tuple((keys[each],) for each in orders[at % len(orders)]),
            BallotState.VALID,
        )
        for at in range(valid)
    ]
    return count_ballots(made, [*cast, Ballot("ballot-blank", made.id, "key-blank", (), BallotState.BLANK)])


def points() -> tuple[ImprovementPoint, ...]:
    """The improvement points that were voted on; the last rests on no finding."""
    findings = [each.finding.id for each in journey((9, 0, 0, 0, 0), perspectives=PERSPECTIVES[1:]).statements]
    return tuple(
        ImprovementPoint(
            f"id-{key}",
            key,
            at,
            title,
            explanation,
            tuple(findings[at : at + 2]) if at < 5 else (),
            {"eigen-regie": "Eén gezicht."} if at < 2 else {},
        )
        for at, (key, title, explanation) in enumerate(_POINTS)
    )


_TOPIC_WORDS = (
    ("loket", "bellen", "nummer", "wachten", "terugbellen", "doorverbinden", "telefoon", "keuzemenu", "lijn"),
    ("jobcoach", "werkvloer", "meekijken", "wekelijks", "vertrouwen", "afspraak", "ploeg", "rooster"),
    ("subsidie", "loonwaarde", "kosten", "verlenging", "formulier", "bedrag"),
    ("gesprek", "stoppen", "twijfel", "eerlijk", "te laat"),
)


CODES = (
    Code("1", "uwv", "actor", "UWV", 1),
    Code("2", "jobcoach", "actor", "Jobcoach", 2),
    Code("3", "bereikbaarheid", "knelpunt", "Bereikbaarheid van instanties", 3),
    Code("4", "begeleiding", "knelpunt", "Begeleiding op de werkvloer", 4),
    Code("5", "geld", "knelpunt", "Geld en regelingen", 5),
    Code("6", "signaal", "signaal", "Vroege signalen", 6),
)


def topic_fit() -> TopicFit:
    topics = tuple(
        Topic(at + 1, words, tuple(1 / (place + 1) for place in range(len(words))), size, people)
        for at, (words, size, people) in enumerate(zip(_TOPIC_WORDS, (31, 24, 17, 9), (9, 8, 6, 4), strict=True))
    )
    members = tuple(TopicMember(f"segment-{at}", (at % 4) + 1 if at % 9 else None, 0.6) for at in range(90))
    return TopicFit("fit", "consensus", "topics", 42, {"k": "4"}, "ab12", topics, members)


def topics_table() -> pd.DataFrame:
    rows = [
        (1, "bereikbaarheid", 21, 4.2, 8),
        (1, "begeleiding", 4, 0.6, 3),
        (1, "geld", 2, None, 2),
        (2, "begeleiding", 18, 3.1, 7),
        (2, "signaal", 5, 1.4, 4),
        (3, "geld", 14, 5.0, 6),
        (3, "bereikbaarheid", 3, 0.5, 2),
        (4, "signaal", 6, 2.6, 4),
        (4, "begeleiding", 1, None, 1),
    ]
    return pd.DataFrame(rows, columns=["topic", "code", "n", "lift", "respondents"], dtype=object)


def consultation(
    marking: Marking = Marking.RANKED, *, perspective: str | None = "werknemer", present: int = 4
) -> ConsultedList:
    """A list made in consultation: a reworded point with a dissent, one that was brought in, one as it was put."""
    group = ("Eerst doen", "Eerst doen", "Later") if marking is Marking.GROUPS else ("", "", "")
    entries = (
        Entry(
            "p-tijd",
            reworded="Begin een jaar van tevoren",
            dissent="2 leden zagen dit anders: te vroeg.",
            group=group[0],
        ),
        Entry(
            "i-brief",
            brought_in=True,
            title="Schrijf gewone brieven",
            explanation="Nu leest niemand ze.",
            group=group[1],
        ),
        Entry("p-loket", group=group[2]),
    )
    made = replace(
        session(perspective=perspective), key=f"overleg-{perspective}", title="Overleg", form=SessionForm.CONSULTATION
    )
    return list_consultation(made, Consultation("id-c", made.id, marking, present, entries, "onderzoeker"))


def five_lists() -> Comparison:
    """Five lists beside each other: two counted, two made in consultation, one of everybody who came."""
    everybody = replace(ranking(12), perspective=None, session_key="sessie-open", title="Open dag")
    agreed = consultation(), consultation(Marking.GROUPS, perspective="arbeidsdeskundige", present=5)
    return across([ranking(9), ranking(4, perspective="jobcoach"), *agreed, everybody])
