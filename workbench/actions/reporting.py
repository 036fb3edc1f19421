"""The report: everything that was computed, gathered; figures and report written; what left the study, written down."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from coding.agreement import AgreementLabel
from reports.gallery import draw_figures
from reports.material import CodedTwice
from reports.material import Material as ReportMaterial
from reports.report import Report, compose_report
from reports.writers.figures import write_figures
from study.folder import Study
from study.ids import digest_of, new_id
from study.messages import speaking
from study.messages import translate as _
from synthesis.improvements import ImprovementPoint
from synthesis.judgement import judge_all
from synthesis.quoting import quote_links
from synthesis.theory_graph import theory_graph
from synthesis.topics import TopicFit, topics_by_code
from workbench.actions.coding_rounds import list_rounds
from workbench.actions.drafts import drafting
from workbench.actions.goals import load_goals
from workbench.actions.logic import load_logic
from workbench.actions.maps import load_findings, map_of
from workbench.actions.material import Material, load_material
from workbench.actions.process import load_steps, process_of
from workbench.actions.round_results import round_results
from workbench.actions.testing import load_graph, load_matrix
from workbench.actions.topics import topic_fits
from workbench.actions.voting import Consulted, Counted, compare_sessions, list_sessions
from workbench.outbox import Export
from workbench.progress import Progress, silent

if TYPE_CHECKING:
    import networkx as nx

    from synthesis.verdicts import AssumptionMatrix

FIGURES = "figuren"
NAME = "rapport"
FORMS = ("docx", "pdf", "html")


def write_report(
    study: Study, folder: Path, *, by: str, forms: Sequence[str] = FORMS, progress: Progress = silent
) -> tuple[Path, ...]:
    """Write the figures and the report in each form, in the language of the study; returns the files of the report.

    All of them or none are put in the folder. Which quote number stands for which passage is kept in the study, never
    in a file. Raises `NothingToReport` when there is nothing to report on.
    """
    with speaking(study.settings.language):
        progress(_("Counting"))
        material = gather(study)
        progress(_("Drawing figures"))
        figures = draw_figures(study.settings, material)
        report = compose_report(study.settings, figures, material=material)
        with drafting(folder) as draft:
            if figures:
                write_figures(figures, draft / FIGURES)
            for done, form in enumerate(forms):
                progress(_("Writing {file}", file=f"{NAME}.{form}"), total=len(forms), done=done)
                _writer(form)(report, draft / f"{NAME}.{form}")
    files = tuple(folder / f"{NAME}.{form}" for form in forms)
    _write_down(study, report, files, by=by)
    return (*files, *((folder / FIGURES,) if figures else ()))


def write_map_figures(study: Study, folder: Path) -> tuple[Path, ...]:
    """Write the figures of the experience map and the quadrants only, all of them or none; returns their files."""
    with speaking(study.settings.language), drafting(folder) as draft:
        material = load_material(study).coded()
        journey = map_of(material, load_findings(study))
        only = ReportMaterial(
            journey=journey,
            judgements=judge_all(journey),
            instruments=material.instruments,
            codes=material.codes,
            passages=material.passages,
        )
        files = write_figures(draw_figures(study.settings, only), draft)
        names = [file.relative_to(draft) for file in files]
    return tuple(folder / name for name in names)


def gather(study: Study) -> ReportMaterial:
    """Everything that a report of this study may draw on; what does not exist yet stays empty."""
    material = load_material(study)
    if not material.codings:
        return ReportMaterial(instruments=material.instruments, codes=material.codes)
    journey = map_of(material, load_findings(study))
    matrix = load_matrix(study, material)
    fit = _fit_to_print(topic_fits(study))
    with study.reading() as store:
        points: tuple[ImprovementPoint, ...] = store.records(ImprovementPoint)[0]
    lists, model = list_sessions(study), load_logic(study)
    return ReportMaterial(
        journey=journey,
        process=process_of(material, load_steps(study)),
        judgements=judge_all(journey),
        matrix=matrix if matrix.assumptions else None,
        graph=_graph(study, matrix),
        elements=model.elements,
        links=quote_links(material.passages, model.links),
        goals=load_goals(study, material),
        points=points,
        rankings=tuple(each.ranking for each in lists if isinstance(each, Counted)),
        consulted=tuple(each.agreed for each in lists if isinstance(each, Consulted)),
        comparison=compare_sessions(lists),
        topics=fit,
        topics_by_code=topics_by_code(fit, material.passages) if fit else None,
        instruments=material.instruments,
        codes=material.codes,
        passages=material.passages,
        coded_twice=_coded_twice(study, material),
    )


def _coded_twice(study: Study, material: Material) -> tuple[CodedTwice, ...]:
    """Every closed round with the agreement of before discussion, the oldest first."""
    names = {each.key: each.name for each in material.codes}
    closed = [each.round.id for each in reversed(list_rounds(study)) if not each.is_open]
    results = (round_results(study, key) for key in closed)
    return tuple(
        CodedTwice(
            each.work.round.title,
            each.coders,
            len(each.work.units),
            each.work.round.unit,
            tuple(
                (
                    names.get(row["code"], row["code"]),
                    row["alpha"],
                    row["low"],
                    row["high"],
                    AgreementLabel(row["label"]).words,
                )
                for row in each.rows
            ),
        )
        for each in results
    )


def _fit_to_print(fits: Sequence[TopicFit]) -> TopicFit | None:
    """The built-in fit when there is one, for it is the same everywhere; else whatever there is."""
    return next((each for each in fits if each.method == "builtin"), next(iter(fits), None))


def _graph(study: Study, matrix: AssumptionMatrix) -> nx.DiGraph[str] | None:
    nodes, links = load_graph(study)
    return theory_graph(nodes, links, matrix) if nodes else None


def _writer(form: str) -> Callable[[Report, Path], Path]:
    """The writer of a form, loaded when it is used."""
    if form == "docx":
        from reports.writers.word import write_word

        return write_word
    if form == "pdf":
        from reports.writers.pdf import write_pdf

        return write_pdf
    from reports.writers.html import write_html

    return write_html


def _write_down(study: Study, report: Report, files: Sequence[Path], *, by: str) -> None:
    """Keep in the study what left it, and which passage each quote number stands for."""
    quotes = {str(number): coding for number, coding in enumerate(report.quotes.codings, start=1)}
    now = datetime.now(UTC)
    exports = [Export(new_id(), NAME, file.name, now, by, digest_of(file.read_bytes()), quotes) for file in files]
    with study.store(by=by) as store:
        store.add(*exports)
