"""The gallery: every figure that the material of a study allows, in the order of the report."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from reports.drawings.assumptions import draw_assumptions
from reports.drawings.comparison import draw_comparison
from reports.drawings.consultation import draw_consultation
from reports.drawings.experience import draw_experience
from reports.drawings.goals import draw_goals
from reports.drawings.judgement import draw_judgement
from reports.drawings.logic import draw_logic
from reports.drawings.process import draw_process
from reports.drawings.ranking import draw_ranking
from reports.drawings.theory import draw_theory
from reports.drawings.topics import draw_topics, draw_topics_by_code
from reports.figures import Figure
from reports.material import Material
from reports.sources import source_line
from study.config import Settings

if TYPE_CHECKING:
    from reports.sources import Sources


def draw_figures(settings: Settings, material: Material) -> tuple[Figure, ...]:
    """All figures of a study: maps, quadrants, lists, matrix, models, topics; what has no data is not drawn."""
    sources = material.sources(settings.perspectives)
    return (
        *_processes(material, sources),
        *_maps(material, sources),
        *_judgements(settings, material, sources),
        *_lists(settings, material),
        *_assumptions(settings, material, sources),
        *_models(material, sources),
        *_topics(material, sources),
    )


def _processes(material: Material, sources: Sources | None) -> Iterable[Figure]:
    process = material.process
    if process is None:
        return
    for perspective in process.described:
        yield draw_process(process, perspective.key, codes=material.codes, sources=sources)


def _maps(material: Material, sources: Sources | None) -> Iterable[Figure]:
    journey = material.journey
    if journey is None or not journey.perspectives:
        return
    if len(journey.perspectives) > 1:
        yield draw_experience(journey, sources=sources)
    for perspective in journey.perspectives:
        yield draw_experience(journey, perspective.key, sources=sources)


def _judgements(settings: Settings, material: Material, sources: Sources | None) -> Iterable[Figure]:
    for each in material.judgements:
        yield draw_judgement(each, perspectives=settings.perspectives, codes=material.codes, sources=sources)


def _lists(settings: Settings, material: Material) -> Iterable[Figure]:
    points, findings, perspectives = material.points, material.findings, settings.perspectives
    for ranking in material.rankings:
        yield draw_ranking(ranking, points=points, findings=findings, perspectives=perspectives)
    for agreed in material.consulted:
        yield draw_consultation(agreed, points=points, findings=findings, perspectives=perspectives)
    if material.comparison is not None and len(material.comparison.lists) > 1:
        yield draw_comparison(material.comparison, points=points, findings=findings, perspectives=perspectives)


def _assumptions(settings: Settings, material: Material, sources: Sources | None) -> Iterable[Figure]:
    matrix, graph = material.matrix, material.graph
    if matrix is not None and matrix.assumptions:
        yield draw_assumptions(matrix, perspectives=settings.perspectives, sources=sources)
    if graph is not None and graph.number_of_nodes():
        rests_on = [each for one in matrix.assumptions for each in one.reconstructed_from] if matrix else []
        parts = sources.parts(rests_on) if sources else ()
        yield draw_theory(graph, perspectives=settings.perspectives, source="; ".join(parts))


def _models(material: Material, sources: Sources | None) -> Iterable[Figure]:
    if material.elements:
        yield draw_logic(material.elements, [each.link for each in material.links], sources=sources)
    if material.goals:
        borne = {key for each in material.goals for key in each.goal.assumptions}
        cells = [each for each in material.matrix.cells if each.assumption in borne] if material.matrix else []
        weighed = (each.coding_id for cell in cells for each in cell.evidence if each.coding_id)
        parts = sources.parts(weighed) if sources else ()
        yield draw_goals(material.goals, source="; ".join(parts))


def _topics(material: Material, sources: Sources | None) -> Iterable[Figure]:
    if material.topics is None:
        return
    every = list(material.passages["coding_id"]) if material.passages is not None else []
    line = source_line(sources.parts(every)) if sources else ""
    yield draw_topics(material.topics, source=line)
    if material.topics_by_code is not None and len(material.topics_by_code) and material.topics.topics:
        yield draw_topics_by_code(material.topics_by_code, material.topics, codes=material.codes, source=line)
