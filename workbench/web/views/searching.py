"""Search: words looked for in everything that was said, shown with the words around them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from coding.codebook import Code, CodeGroup, in_tree_order
from corpus.documents import Document, DocumentKind
from corpus.errors import QueryError
from corpus.instruments import Instrument
from study.config import ACROSS_PHASES
from study.messages import N_
from study.messages import translate as _
from workbench.actions.searching import Results, search_turns
from workbench.web.desk import Desk, DeskOf
from workbench.web.pages import show
from workbench.web.search import Wish
from workbench.web.views.colours import perspective_class
from workbench.web.words import DOCUMENT_KINDS

router = APIRouter()
EXAMPLES = (
    ("gesprekken", N_("the word in every form: gesprek, gesprekken; accents and capitals do not matter")),
    ("werkgever jobcoach", N_("both words in the same turn (AND or EN may stand between)")),
    ("“op eigen houtje”", N_("these very words, one after the other")),
    ("loonw*", N_("every word that begins like this")),
    ("werkgever OF baas", N_("one of them (OR or OF); brackets hold a choice together")),
    ("jobcoach -UWV", N_("not with this word (-, NOT or NIET)")),
    ("contact ~5 weg", N_("at most five words between them, in either order (~, NEAR/5 or BIJ/5)")),
)
"""What may be typed, and what it means."""


@router.get("/zoeken")
def search(request: Request, desk: DeskOf, wish: Annotated[Wish, Depends()], bladzijde: int = 1) -> Response:
    """The turns with these words; without words, how to search."""
    settings = desk.settings
    results, problem = _results(desk, wish, bladzijde)
    return show(
        request,
        "search.html",
        wish=wish,
        results=results,
        problem=problem,
        total=len(desk.records(Document)),
        title=next((each.title for each in desk.records(Document) if each.id == wish.document), wish.document),
        examples=EXAMPLES,
        instrument_options=[(each.key, each.title) for each in desk.records(Instrument)],
        kind_options=[(each, _(DOCUMENT_KINDS[each])) for each in DocumentKind],
        phase_options=[(each.key, each.label) for each in (*settings.phases, settings.phase(ACROSS_PHASES))],
        code_groups=_code_groups(desk),
        labels={each.key: each.label for each in settings.perspectives},
        people_marks={each.key: perspective_class(place) for place, each in enumerate(settings.perspectives)},
    )


def _results(desk: Desk, wish: Wish, page: int) -> tuple[Results | None, str]:
    """What was found; or why nothing was looked for."""
    if not wish.zoek.strip():
        return None, ""
    material = desk.material if wish.narrowed.is_by_coding else None
    try:
        return search_turns(desk.study, wish.zoek, wish.narrowed, page=page, material=material), ""
    except QueryError as problem:
        return None, str(problem)


def _code_groups(desk: Desk) -> list[tuple[str, list[Code]]]:
    groups = desk.records(CodeGroup)
    codes = in_tree_order(groups, desk.records(Code))
    found = (
        (group.label, [each for each in codes if each.group == group.key]) for group in groups if group.substantive
    )
    return [(label, some) for label, some in found if some]
