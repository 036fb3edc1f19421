"""The shipped study holds what it promises, and can be made again without changing anything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from coding.codings import Coding
from corpus.documents import Document
from corpus.segments import Segment
from prioritisation.ballots import Ballot
from prioritisation.consultations import Consultation
from prioritisation.sessions import VotingSession
from study.folder import Study
from synthesis.findings import Finding
from synthesis.goals import Goal
from synthesis.improvements import ImprovementPoint
from synthesis.logic import LogicElement, LogicLink
from synthesis.process import ProcessStep
from synthesis.theory import Assumption, TheoryNode
from workbench.actions.agreement import agreement_of
from workbench.actions.example import make_example
from workbench.actions.maps import build_map
from workbench.actions.material import load_material
from workbench.actions.testing import load_matrix
from workbench.example import FOLDER
from workbench.example.sources import Source, read_sources


def test_it_holds_thirty_six_documents_in_six_formats(example: Study) -> None:
    with example.reading() as store:
        (documents,) = store.records(Document)
    assert Counter(each.source.rpartition(".")[2] for each in documents) == {
        "docx": 18,
        "vtt": 10,
        "csv": 1,
        "xlsx": 1,
        "md": 3,
        "pdf": 3,
    }
    assert sum(len(each.text.split()) for each in documents) > 45_000


def test_a_third_is_coded_by_two_people_who_agree_by_code_between_six_and_nine_tenths(example: Study) -> None:
    with example.reading() as store:
        codings, documents = store.records(Coding, Document)
    coded = {coder: {each.document_id for each in codings if each.coder == coder} for coder in ("marit", "joris")}
    assert len(coded["marit"]) == len(documents)
    assert len(coded["joris"]) * 3 == len(documents)
    coders, rows = agreement_of(example)
    assert set(coders) == {"marit", "joris"}
    assert len(rows) > 50
    assert {row["code"]: row["alpha"] for row in rows if not 0.6 <= row["alpha"] <= 0.9} == {}


def test_every_coding_lies_on_the_words_it_was_put_on(example: Study) -> None:
    """Offsets through files of every format: the marked words of the source are those of the stored document."""
    with example.reading() as store:
        texts = {each.id: each.text for each in store.records(Document)[0]}
        spans = {(each.document_id, each.start, each.end) for each in store.records(Coding)[0]}
    said = Counter(texts[document][start:end] for document, start, end in spans)
    marked = {mark for source in read_sources(FOLDER / "sources") for mark in _marked_words(source)}
    assert set(said) == marked
    assert len(said) > 1_100


def _marked_words(source: Source) -> Iterator[str]:
    for turn in source.turns:
        yield from (turn.text[mark.start : mark.end] for mark in turn.marks)


def test_every_finding_rests_on_passages_of_its_own_perspective_and_phase(example: Study) -> None:
    table = load_material(example).passages.set_index("coding_id")
    for finding in build_map(example)[0]:
        rows = table.loc[list(finding.passages)]
        assert set(rows["perspective"]) == {finding.perspective}, finding.key
        assert finding.phase in set(rows["phase"]), finding.key


def test_cells_hold_two_to_nine_findings_or_are_empty_on_purpose(example: Study) -> None:
    journey = build_map(example)[1]
    cells = {(cell.perspective, cell.phase): cell for cell in journey.cells if cell.phase != "x"}
    states = {place: cell.state.value for place, cell in cells.items()}
    assert states["jobcoach", "0"] == "nog_geen_bevinding"
    assert states["arbeidsdeskundige", "0"] == "niet_gevraagd"
    assert set(Counter(states.values())) == {"gevuld", "nog_geen_bevinding", "niet_gevraagd"}
    assert {len(cell.statements) for cell in cells.values() if cell.statements} <= set(range(2, 10))


def test_counts_are_not_flat(example: Study) -> None:
    """Some say what nearly everybody says, some what nobody else does."""
    journey = build_map(example)[1]
    shares = [each.r / each.eligible for cell in journey.cells for each in cell.statements if each.eligible >= 10]
    assert min(shares) <= 0.1
    assert max(shares) >= 0.65
    assert len({round(share, 2) for share in shares}) > 15


def test_verdicts_differ_and_one_is_overridden(example: Study) -> None:
    matrix = load_matrix(example)
    judged = [each.verdict for each in matrix.cells if each.verdict]
    assert len({each.outcome for each in judged}) >= 6
    decided = [each.verdict.override for each in (*matrix.cells, *matrix.overall) if each.verdict]
    assert sum(each is not None for each in decided) == 1


def test_five_sessions_were_held_two_by_talking_and_one_open_to_all(example: Study) -> None:
    with example.reading() as store:
        sessions, ballots, consultations = store.records(VotingSession, Ballot, Consultation)
    cast = {
        session.key: Counter(each.state.value for each in ballots if each.session_id == session.id)
        for session in sessions
    }
    assert {key: sum(each.values()) for key, each in cast.items()} == {
        "s-werknemers": 4,
        "s-jobcoaches": 9,
        "s-werkgevers": 0,
        "s-arbeidsdeskundigen": 0,
        "s-open-bijeenkomst": 38,
    }
    assert cast["s-open-bijeenkomst"] == {"valid": 35, "blank": 2, "invalid": 1}
    assert sorted(each.present for each in consultations) == [4, 5]


def test_of_twenty_improvement_points_one_has_no_source(example: Study) -> None:
    with example.reading() as store:
        points, assumptions, nodes = store.records(ImprovementPoint, Assumption, TheoryNode)
    assert len(points) == 20
    assert all(each.principles for each in points)
    assert [each.key for each in points if not each.findings] == ["p-maatje"]
    assert (len(nodes), len(assumptions)) == (15, 12)


def test_process_maps_a_logic_model_and_a_goal_tree_come_along(example: Study) -> None:
    with example.reading() as store:
        steps, elements, links, goals = store.records(ProcessStep, LogicElement, LogicLink, Goal)
    assert {each.perspective for each in steps} == {"werknemer", "werkgever", "jobcoach", "arbeidsdeskundige"}
    assert {each.role.value for each in steps} == {"formal", "informal"}
    assert len(elements) >= 15
    assert len({each.status for each in links}) == 6
    assert {each.kind.value for each in goals} == {"main", "design", "side_effect"}


def test_two_actors_and_more_can_be_judged_in_every_perspective(example: Study) -> None:
    findings = build_map(example)[0]
    for perspective in ("werknemer", "werkgever", "jobcoach", "arbeidsdeskundige"):
        actors = Counter(each.actor for each in findings if each.perspective == perspective)
        assert sum(number >= 3 for number in actors.values()) >= 2, perspective


def test_making_it_again_changes_nothing_and_writes_nothing(own_example: Study) -> None:
    with own_example.reading() as store:
        before = store.records(Document, Segment, Coding, Finding, Ballot)
        lines = len(store.journal())
    make_example(own_example.folder)
    with own_example.reading() as store:
        assert store.records(Document, Segment, Coding, Finding, Ballot) == before
        assert len(store.journal()) == lines
