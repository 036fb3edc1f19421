"""The shipped study holds what it promises, and can be made again without changing anything."""

from __future__ import annotations

import re
from collections import Counter

from coding.codings import Coding
from corpus.documents import Document
from corpus.segments import Segment
from prioritisation.ballots import Ballot
from prioritisation.sessions import VotingSession
from study.folder import Study
from synthesis.findings import Finding
from synthesis.improvements import ImprovementPoint
from synthesis.theory import Assumption
from workbench.actions.example import make_example
from workbench.actions.maps import build_map
from workbench.actions.material import load_material
from workbench.example import FOLDER
from workbench.example.sources import read_sources


def test_it_holds_eight_documents_of_all_kinds_and_about_twelve_thousand_words(example: Study) -> None:
    with example.reading() as store:
        (documents,) = store.records(Document)
    assert (
        sorted(each.source.rpartition(".")[2] for each in documents)
        == ["csv", "docx", "docx", "md", "md"] + ["vtt"] * 3
    )
    words = sum(len(each.text.split()) for each in documents)
    assert 11_500 <= words <= 14_000


def test_no_sentence_is_said_twice() -> None:
    text = " ".join(turn.text for source in read_sources(FOLDER / "sources") for turn in source.turns)
    sentences = [each.strip() for each in re.split(r"(?<=[.!?])\s+", text) if len(each.split()) > 4]
    assert [each for each, number in Counter(sentences).items() if number > 1] == []


def test_two_people_coded_and_do_not_always_agree(example: Study) -> None:
    with example.reading() as store:
        (codings,) = store.records(Coding)
    spans = {
        coder: {(c.document_id, c.start, c.end, c.code) for c in codings if c.coder == coder}
        for coder in ("marit", "joris")
    }
    assert len(spans["marit"]) > 200
    assert spans["marit"] & spans["joris"]
    assert spans["joris"] - spans["marit"]


def test_every_finding_rests_on_passages_of_its_own_perspective_and_phase(example: Study) -> None:
    table = load_material(example).passages.set_index("coding_id")
    for finding in build_map(example)[0]:
        rows = table.loc[list(finding.passages)]
        assert set(rows["perspective"]) == {finding.perspective}, finding.key
        assert finding.phase in set(rows["phase"]), finding.key


def test_cells_are_empty_for_different_reasons(example: Study) -> None:
    journey = build_map(example)[1]
    states = {(cell.perspective, cell.phase): cell.state.value for cell in journey.cells}
    assert states["jobcoach", "0"] == "nog_geen_bevinding"
    assert states["arbeidsdeskundige", "0"] == "niet_gevraagd"
    assert states["werkgever", "3"] == "gevraagd_niets_gezegd"


def test_sessions_hold_four_and_nine_ballots_one_of_them_blank(example: Study) -> None:
    with example.reading() as store:
        sessions, ballots = store.records(VotingSession, Ballot)
    numbers = [sum(ballot.session_id == session.id for ballot in ballots) for session in sessions]
    assert sorted(numbers) == [4, 9]
    assert sum(ballot.state.value == "blank" for ballot in ballots) == 1


def test_one_improvement_point_has_no_source(example: Study) -> None:
    with example.reading() as store:
        points, assumptions = store.records(ImprovementPoint, Assumption)
    assert [each.key for each in points if not each.findings] == ["p-maatje"]
    assert len(assumptions) == 8


def test_making_it_again_changes_nothing_and_writes_nothing(own_example: Study) -> None:
    with own_example.reading() as store:
        before = store.records(Document, Segment, Coding, Finding, Ballot)
        lines = len(store.journal())
    make_example(own_example.folder)
    with own_example.reading() as store:
        assert store.records(Document, Segment, Coding, Finding, Ballot) == before
        assert len(store.journal()) == lines
