"""A small study in which somebody may leave: an interview of her own, a group talk with others, and what rests on it.

Every sentence is made up; those of W01 hold words that nobody else uses.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from coding.codebook import Code, CodeGroup
from coding.codings import Coding, Valence
from coding.memos import Memo
from corpus.documents import Document, DocumentKind
from corpus.guides import Guide, Question
from corpus.instruments import Instrument, InstrumentKind
from corpus.loss_reports import LossReport
from corpus.participants import Participant
from corpus.replacements import NameKind, Replacement
from corpus.segments import Role, Segment, Unit
from prioritisation.consultations import Consultation, Entry, Marking
from prioritisation.sessions import Option, SessionForm, VotingSession
from study.folder import Study
from study.ids import imported_id
from synthesis.evidence import Evidence, Stance
from synthesis.findings import Finding, Wording
from synthesis.improvements import ImprovementPoint
from synthesis.logic import Layer, LinkStatus, LogicElement, LogicLink
from synthesis.outcomes import Outcome
from synthesis.process import ProcessStep, StepRole
from synthesis.theory import Assumption, AssumptionKind, Block
from synthesis.topics import Topic, TopicFit, TopicMember
from synthesis.verdicts import Override
from workbench.outbox import Export

MOMENT = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
ASK = "Hoe ging het toen de baan ophield?"
ALONE = "Ik zat maandenlang met een knoop in mijn maag op een telefoontje van het loket te wachten."
PARROT = "Mijn papegaai kende het wachtmuziekje van de uitkeringslijn eerder uit het hoofd dan ik."
IN_GROUP = "Bij ons in de smederij hing het rooster scheef aan de muur en niemand keek ernaar om."
ANSWER = "Dat herken ik, bij ons was er ook niemand die zich verantwoordelijk voelde."
COACH = "De coach kwam elke dinsdag langs en bleef tot de koffie op was."
LATE = "Pas na een jaar hoorde ik dat er een regeling voor bestond."
WORDS = (ALONE, PARROT, IN_GROUP)
"""Everything that W01 says."""

PEOPLE = ("W01", "W02", "W03")
TURNS: dict[str, tuple[tuple[str | None, str], ...]] = {
    "gesprek-1": ((None, ASK), ("W01", ALONE), (None, "En thuis?"), ("W01", PARROT)),
    "groep": ((None, ASK), ("W02", COACH), ("W01", IN_GROUP), ("W03", ANSWER), ("W02", LATE)),
    "gesprek-2": ((None, ASK), ("W02", COACH), (None, "En later?"), ("W02", LATE)),
    "gesprek-3": ((None, ASK), ("W03", ANSWER)),
}
CODED: tuple[tuple[str, str, str, str], ...] = (
    ("wachten", "gesprek-1", ALONE, "contact"),
    ("papegaai", "gesprek-1", PARROT, "contact"),
    ("rooster", "groep", IN_GROUP, "nazorg"),
    ("herkennen", "groep", ANSWER, "nazorg"),
    ("koffie", "groep", COACH, "contact"),
    ("coach", "gesprek-2", COACH, "contact"),
    ("regeling", "gesprek-2", LATE, "nazorg"),
    ("niemand", "gesprek-3", ANSWER, "nazorg"),
)
"""A name for each coding, the document and the words it lies on, and its code."""


@dataclass(frozen=True)
class Cast:
    """The ids of a study by name, as its files would give them."""

    study_id: str

    def __call__(self, name: str) -> str:
        return imported_id(self.study_id, "toets", name)


def fill_study(study: Study, *, people: Sequence[str] = PEOPLE) -> Cast:
    """The study with everything in it; without somebody, the one in which that person never took part."""
    name = Cast(study.settings.id)
    with study.store(by="ans") as store:
        store.add(*_register(name, people))
        for place, key in enumerate(TURNS):
            turns = [turn for turn in TURNS[key] if turn[0] is None or turn[0] in people]
            if any(turn[0] for turn in turns):
                store.add(*_document(name, key, turns, place))
        store.add(*_codings(name, people))
    return name


def fill_results(study: Study, name: Cast) -> None:
    """What researchers made of it, in which W01 is quoted in every way a person can be quoted."""
    with study.store(by="ans") as store:
        store.add(*_findings(name), *_theory(name), *_rest(name))
        store.replace(
            Code(name("code/contact"), "contact", "knelpunt", "Contact", 1, example="(een ander voorbeeld)"),
            _assumption(name, "Wie wacht, raakt verder van werk."),
        )


def _register(name: Cast, people: Sequence[str]) -> list[Any]:
    instrument = Instrument(
        name("interviews"), "interviews", "Interviews", InstrumentKind.INTERVIEW, "werkgever", 1, bias="Klein."
    )
    guide = Guide(name("lijst"), "lijst", instrument.id, "1")
    question = Question(name("v1"), "v1", guide.id, 1, ASK, phases=("1",), codes=("contact", "nazorg"))
    group = CodeGroup(name("groep/knelpunt"), "knelpunt", "Knelpunt", 1)
    contact = Code(name("code/contact"), "contact", "knelpunt", "Contact", 1, example=ALONE)
    codes = [contact, Code(name("code/nazorg"), "nazorg", "knelpunt", "Nazorg", 2)]
    cast = [Participant(name(each), each, "werkgever", (f"Naam van {each}",)) for each in people]
    return [instrument, guide, question, group, *codes, *cast]


def _document(name: Cast, key: str, turns: Sequence[tuple[str | None, str]], place: int) -> list[Any]:
    text = "\n\n".join(words for _speaker, words in turns)
    document = Document(
        id=name(key),
        title=key,
        text=text,
        kind=DocumentKind.TRANSCRIPT,
        instrument_id=name("interviews"),
        guide_id=name("lijst"),
        language="nl",
        held_on=date(2026, 4, 1 + place),
        source=f"{key}.vtt",
        digest=f"{place:064x}",
    )
    segments = [_segment(name, document, *turn, ordinal) for ordinal, turn in enumerate(turns)]
    linked = [each for each in segments if each.reply_to is None] + [each for each in segments if each.reply_to]
    report = LossReport(document.id, document.id, "vtt", "utf-8", len(text))
    mark = Replacement(name(f"{key}/mark"), document.id, NameKind.PERSON, 0, 3, "Hoe", MOMENT, "ans")
    return [document, *linked, report, mark]


def _segment(name: Cast, document: Document, speaker: str | None, words: str, ordinal: int) -> Segment:
    start = document.text.index(words)
    return Segment(
        id=name(f"{document.title}/{ordinal}"),
        document_id=document.id,
        ordinal=ordinal,
        unit=Unit.TURN,
        start=start,
        end=start + len(words),
        speaker=f"Naam van {speaker}" if speaker else "Interviewer",
        participant_id=name(speaker) if speaker else None,
        role=Role.RESPONDENT if speaker else Role.INTERVIEWER,
        starts_at=10.0 * ordinal,
        reply_to=name(f"{document.title}/2") if words == ANSWER and ordinal == 3 else None,
        question_id=name("v1"),
    )


def _codings(name: Cast, people: Sequence[str]) -> list[Coding]:
    found = []
    for key, document, words, code in CODED:
        turns = [turn for turn in TURNS[document] if turn[0] is None or turn[0] in people]
        text = "\n\n".join(said for _speaker, said in turns)
        if words in text and any(turn[0] for turn in turns):
            start = text.index(words)
            span = (start, start + len(words))
            found.append(
                Coding(name(key), name(document), *span, "ans", code, "1", valence=Valence.PAIN, made_at=MOMENT)
            )
    return found


def _findings(name: Cast) -> list[Finding]:
    def finding(key: str, wording: str, passages: Sequence[str], **more: Any) -> Finding:
        ids = tuple(name(each) for each in passages)
        return Finding(name(f"f/{key}"), key, "werkgever", "1", f"Label {key}", wording, ids, **more)

    return [
        finding("alleen", ALONE, ["wachten", "papegaai"], origin=Wording.EXTRACT),
        finding("samen", "Wachten lang op een telefoontje.", ["wachten", "coach"], history=(f"Zeggen: {PARROT}",)),
        finding("rooster", f"Merken: ‘{IN_GROUP}’", ["rooster", "niemand", "regeling"], contra=(name("papegaai"),)),
        finding("zonder", "Vinden het fijn dat de coach langs kwam.", ["coach", "koffie"], contra=(name("wachten"),)),
    ]


def _assumption(name: Cast, statement: str) -> Assumption:
    passages = (name("wachten"), name("coach"))
    return Assumption(name("a1"), "A1", 1, AssumptionKind.CAUSAL, Block.CAUSES, statement, reconstructed_from=passages)


def _theory(name: Cast) -> list[Any]:
    reason = f"Eén van hen zei: {PARROT}"
    return [
        _assumption(name, f"Wie wacht, zegt: {ALONE}"),
        Evidence(name("e1"), "A1", Stance.SUPPORTS, coding_id=name("wachten")),
        Evidence(name("e2"), "A1", Stance.SUPPORTS, coding_id=name("coach")),
        Override(name("o1"), "A1", "werkgever", Outcome.SUBSTANTIATED, reason, "ans", MOMENT, "ab12"),
        ProcessStep(name("p1"), "werkgever", "1", 1, StepRole.INFORMAL, ALONE, (name("wachten"),)),
        ProcessStep(name("p2"), "werkgever", "1", 2, StepRole.INFORMAL, "Bellen.", (name("wachten"), name("coach"))),
        LogicElement(name("l1"), "inzet", 1, Layer.INPUT, "Inzet"),
        LogicElement(name("l2"), "bellen", 2, Layer.ACTIVITY, "Bellen"),
        LogicLink(
            name("l3"), 1, "inzet", "bellen", LinkStatus.DONE, note=f"Zie: {IN_GROUP}", passages=(name("rooster"),)
        ),
        ImprovementPoint(
            name("v1"), "bellen", 1, "Bel eerder", explanation=PARROT, findings=(name("f/alleen"), name("f/samen"))
        ),
    ]


def _rest(name: Cast) -> list[Any]:
    options = (Option("bellen", name("v1"), "Bel eerder", PARROT), Option("blijven", name("v2"), "Blijf"))
    entry = Entry("bellen", dissent=f"Iemand zei: {IN_GROUP}")
    topic = Topic(1, ("papegaai", "coach"), (0.7, 0.3), 2, 2, medoid=name("gesprek-1/3"))
    members = (TopicMember(name("gesprek-1/3"), 1, 0.9), TopicMember(name("gesprek-2/1"), 1, 0.8))
    return [
        Memo(name("m1"), "Coding", name("wachten"), "Mooi beeld.", "ans", MOMENT),
        Memo(name("m2"), "Code", name("code/contact"), f"Denk aan: {PARROT}", "ans", MOMENT),
        VotingSession(name("s1"), "s1", "Overleg", "werkgever", SessionForm.CONSULTATION, "borda", "below", options),
        Consultation(name("s2"), name("s1"), Marking.RANKED, 4, (entry,)),
        TopicFit(name("t1"), "builtin", "consensus", 42, {}, "ab12", (topic,), members),
        Export(name("x1"), "report", "rapport.docx", MOMENT, "ans", "ab12", {"1": name("wachten"), "2": name("coach")}),
    ]
