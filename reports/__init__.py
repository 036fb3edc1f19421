"""Reports: from counted values to figures with their data, and to one report in Word, PDF and HTML.

Names are loaded when they are asked for, so that `import reports` stays light.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reports.checks import check_publishable as check_publishable
    from reports.checks import check_report as check_report
    from reports.drawings.assumptions import draw_assumptions as draw_assumptions
    from reports.drawings.comparison import draw_comparison as draw_comparison
    from reports.drawings.consultation import draw_consultation as draw_consultation
    from reports.drawings.experience import draw_experience as draw_experience
    from reports.drawings.judgement import draw_judgement as draw_judgement
    from reports.drawings.ranking import draw_ranking as draw_ranking
    from reports.drawings.theory import draw_theory as draw_theory
    from reports.drawings.topics import draw_topics as draw_topics
    from reports.drawings.topics import draw_topics_by_code as draw_topics_by_code
    from reports.figures import Figure as Figure
    from reports.gallery import draw_figures as draw_figures
    from reports.material import Material as Material
    from reports.report import Report as Report
    from reports.report import compose_report as compose_report
    from reports.sources import Sources as Sources
    from reports.writers.figures import write_csv as write_csv
    from reports.writers.figures import write_figures as write_figures
    from reports.writers.figures import write_png as write_png
    from reports.writers.figures import write_svg as write_svg
    from reports.writers.html import write_html as write_html
    from reports.writers.pdf import write_pdf as write_pdf
    from reports.writers.word import write_word as write_word

_HOMES = {
    "Figure": "figures",
    "Sources": "sources",
    "draw_experience": "drawings.experience",
    "draw_judgement": "drawings.judgement",
    "draw_assumptions": "drawings.assumptions",
    "draw_theory": "drawings.theory",
    "draw_topics": "drawings.topics",
    "draw_topics_by_code": "drawings.topics",
    "draw_ranking": "drawings.ranking",
    "draw_consultation": "drawings.consultation",
    "draw_comparison": "drawings.comparison",
    "draw_figures": "gallery",
    "Material": "material",
    "Report": "report",
    "compose_report": "report",
    "check_report": "checks",
    "check_publishable": "checks",
    "write_svg": "writers.figures",
    "write_png": "writers.figures",
    "write_csv": "writers.figures",
    "write_figures": "writers.figures",
    "write_word": "writers.word",
    "write_pdf": "writers.pdf",
    "write_html": "writers.html",
}

__all__ = [
    "Figure",
    "Sources",
    "draw_experience",
    "draw_judgement",
    "draw_assumptions",
    "draw_theory",
    "draw_topics",
    "draw_topics_by_code",
    "draw_ranking",
    "draw_consultation",
    "draw_comparison",
    "draw_figures",
    "Material",
    "Report",
    "compose_report",
    "check_report",
    "check_publishable",
    "write_svg",
    "write_png",
    "write_csv",
    "write_figures",
    "write_word",
    "write_pdf",
    "write_html",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"reports.{_HOMES[name]}"), name)
