"""`draad find`: look for words in everything that was said, or for turns that are like another."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from study.messages import translate as _
from study.messages import translate_count
from workbench.cli.grammar import WRONG_USE
from workbench.cli.people import study_of
from workbench.cli.screen import Screen

if TYPE_CHECKING:
    from workbench.actions.searching import Hit, Results, Shown

NOT_WITH_LIKE = ("query", "perspective", "phase", "code", "instrument", "document", "respondents")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to look for, and where."""
    parser.add_argument(
        "query",
        nargs="?",
        default="",
        metavar=_("QUERY"),
        help=_("words, “a phrase”, loonw*, a OR b, a -b, (a OR b) c, a ~5 b (also in Dutch: EN, OF, NIET, BIJ)"),
    )
    parser.add_argument("--like", metavar=_("DOCUMENT:TURN"), help=_("the turns most like this one, wherever they are"))
    parser.add_argument("--perspective", metavar=_("KEY"), help=_("only what is said from this perspective"))
    parser.add_argument("--phase", metavar=_("KEY"), help=_("only turns with a coding in this phase"))
    parser.add_argument("--code", metavar=_("KEY"), help=_("only turns with this code, or one below it"))
    parser.add_argument("--instrument", metavar=_("KEY"), help=_("only documents of this instrument"))
    parser.add_argument("--document", metavar=_("DOCUMENT"), help=_("only this document"))
    parser.add_argument("--respondents", action="store_true", help=_("only what respondents say themselves"))
    parser.add_argument("--page", type=int, default=1, metavar=_("NUMBER"), help=_("which page of what was found"))


def run(arguments: argparse.Namespace, screen: Screen) -> int | None:
    """Show a page of what was found, and how much there is in all."""
    if arguments.like:
        return _run_alike(arguments, screen)
    from workbench.actions.searching import Narrowed, search_turns

    narrowed = Narrowed(
        perspective=arguments.perspective,
        phase=arguments.phase,
        code=arguments.code,
        instrument=arguments.instrument,
        document=arguments.document,
        respondents=arguments.respondents,
    )
    with screen.progress() as progress:
        results = search_turns(study_of(arguments), arguments.query, narrowed, page=arguments.page, progress=progress)
    _show(results, screen)
    screen.answer(_as_json(results))
    return None


def _show(results: Results, screen: Screen) -> None:
    if not results.total:
        screen.say(_("Nothing was found. Try fewer words, the beginning of a word with a *, or look everywhere."))
        return
    for each in results.shown:
        screen.head(f"{each.document.title} · {translate_count('{number} turn', '{number} turns', each.total)}")
        for hit in each.hits:
            screen.entry(_place(hit), hit.context.line, depth=1)
    found = translate_count("{number} turn", "{number} turns", results.total)
    places = translate_count("{number} document", "{number} documents", len(results.documents))
    screen.say(_("Found: {turns} in {documents}.", turns=found, documents=places))
    if results.page < results.pages:
        where = {"page": results.page, "pages": results.pages, "next": results.page + 1}
        screen.remark(_("Page {page} of {pages}; the next one with --page {next}.", **where))


def _run_alike(arguments: argparse.Namespace, screen: Screen) -> int | None:
    if any(getattr(arguments, each) for each in NOT_WITH_LIKE):
        screen.warn(_("--like stands alone: it looks through the whole study. Leave out the words and the filters."))
        return WRONG_USE
    _show_alike(arguments, screen)
    return None


def _show_alike(arguments: argparse.Namespace, screen: Screen) -> None:
    from workbench.actions.nearest import find_alike, likeness_words

    alike = find_alike(study_of(arguments), arguments.like)
    for document, near in alike.found:
        screen.entry(
            f"{document.title} · {near.segment.ordinal + 1} · {likeness_words(near.likeness)}", near.text, depth=0
        )
    if not alike.found:
        screen.say(_("No turn is like this one."))
    screen.answer(
        [
            {
                "document": document.title,
                "document_id": document.id,
                "turn": near.segment.ordinal + 1,
                "start": near.segment.start,
                "end": near.segment.end,
                "likeness": round(near.likeness, 3),
                "text": near.text,
            }
            for document, near in alike.found
        ]
    )


def _place(hit: Hit) -> str:
    """Who said it, and the code points of the first words found, as `draad code add --start --end` takes them."""
    return " · ".join(each for each in (hit.who, f"{hit.context.start}-{hit.context.end}") if each)


def _as_json(results: Results) -> dict[str, Any]:
    return {
        "total": results.total,
        "page": results.page,
        "pages": results.pages,
        "documents": [{"id": each.id, "title": each.title, "turns": number} for each, number in results.documents],
        "hits": [_hit_row(each, hit) for each in results.shown for hit in each.hits],
    }


def _hit_row(shown: Shown, hit: Hit) -> dict[str, Any]:
    context = hit.context
    return {
        "document": shown.document.title,
        "document_id": shown.document.id,
        "turn": hit.ordinal + 1,
        "who": hit.who,
        "start": context.start,
        "end": context.end,
        "before": context.before,
        "found": context.found,
        "after": "".join(each.text for each in context.after),
    }
