"""The tables of synthesis."""

from __future__ import annotations

from coding.tables import codings
from corpus.tables import documents
from study.records import bind
from synthesis.evidence import Evidence, LiteratureSearch
from synthesis.findings import Finding
from synthesis.goals import Goal
from synthesis.improvements import ImprovementPoint
from synthesis.logic import LogicElement, LogicLink
from synthesis.process import ProcessStep
from synthesis.theory import Assumption, TheoryLink, TheoryNode
from synthesis.topics import TopicFit
from synthesis.verdicts import Override

# Wordings may quote a participant: a withdrawal strikes them in the journal too (`Store.reword_journal`).
findings = bind(
    Finding,
    "finding",
    unique=(("key",),),
    indexes=(("perspective", "phase"),),
    order=("perspective", "phase", "key"),
    analytic=True,
)
assumptions = bind(Assumption, "assumption", unique=(("key",),), order=("ordinal", "key"), analytic=True)
theory_nodes = bind(TheoryNode, "theory_node", unique=(("key",),), order=("ordinal", "key"), analytic=True)
theory_links = bind(
    TheoryLink, "theory_link", unique=(("source", "target"),), order=("source", "target"), analytic=True
)
evidence = bind(
    Evidence,
    "evidence",
    references={"coding_id": codings.name, "document_id": documents.name},
    indexes=(("assumption",),),
    order=("assumption", "study", "coding_id"),
    analytic=True,
)
searches = bind(LiteratureSearch, "literature_search", order=("held_on", "query"), analytic=True)
overrides = bind(
    Override, "override", unique=(("assumption", "column"),), order=("assumption", "column"), analytic=True
)
improvement_points = bind(
    ImprovementPoint, "improvement_point", unique=(("key",),), order=("ordinal", "key"), analytic=True
)
topic_fits = bind(TopicFit, "topic_fit", order=("method", "id"))
process_steps = bind(
    ProcessStep,
    "process_step",
    indexes=(("perspective", "phase"),),
    order=("perspective", "ordinal", "text"),
    analytic=True,
)
logic_elements = bind(LogicElement, "logic_element", unique=(("key",),), order=("ordinal", "key"), analytic=True)
logic_links = bind(
    LogicLink, "logic_link", unique=(("source", "target"),), order=("ordinal", "source", "target"), analytic=True
)
goals = bind(Goal, "goal", unique=(("key",),), order=("ordinal", "key"), analytic=True)
