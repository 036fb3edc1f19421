"""`draad memo`: list memos, write one, export them."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from study.messages import translate as _
from workbench.cli.grammar import SubVerbs
from workbench.cli.people import add_by, person, study_of
from workbench.cli.screen import Screen

if TYPE_CHECKING:
    from workbench.actions.memo_pages import MemoRow

FIELDS = ("made_at", "author", "label", "kind", "about", "text")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do with memos."""
    verbs = SubVerbs(parser)
    every = verbs.add("list", _("list the memos (default)"))
    every.add_argument("--words", default="", metavar=_("WORDS"), help=_("only memos with these words"))
    every.add_argument("--label", default="", metavar=_("WORD"), help=_("only memos under this word"))
    add = verbs.add("add", _("write a memo on the study, or on a document"))
    add.add_argument("text", metavar=_("TEXT"))
    add.add_argument("--document", metavar=_("DOCUMENT"), help=_("the document that it is about"))
    add.add_argument("--label", default="", metavar=_("WORD"), help=_("a word to find it by"))
    add_by(add)
    write = verbs.add("export", _("write the memos to a file (CSV or XLSX)"))
    write.add_argument("file", type=Path, metavar=_("FILE"))


def run(arguments: argparse.Namespace, screen: Screen) -> None:
    """Do one of these; without a word, list."""
    {"add": _add, "export": _export}.get(arguments.what, _list)(arguments, screen)


def _list(arguments: argparse.Namespace, screen: Screen) -> None:
    from workbench.actions.memo_pages import list_memos

    words, label = getattr(arguments, "words", ""), getattr(arguments, "label", "")
    memos = list_memos(study_of(arguments), words=words, label=label)
    if not memos:
        screen.say(_("There are no memos."))
    for each in memos:
        screen.entry(" · ".join(filter(None, (each.about, each.label, each.author))), each.text)
    screen.answer([_plain(each) for each in memos])


def _add(arguments: argparse.Namespace, screen: Screen) -> None:
    from workbench.actions.memos import write_on_document

    memo = write_on_document(
        study_of(arguments), arguments.document, arguments.text, by=person(arguments), label=arguments.label
    )
    screen.say(_("The memo is kept."))
    screen.answer({"id": memo.id})


def _export(arguments: argparse.Namespace, screen: Screen) -> None:
    from workbench.actions.memo_pages import list_memos
    from workbench.sheets import write_sheet

    rows = [_plain(each) for each in list_memos(study_of(arguments))]
    write_sheet(arguments.file, rows, FIELDS)
    screen.remark(_("Written: {file}", file=arguments.file))
    screen.answer({"file": str(arguments.file), "rows": len(rows)})


def _plain(memo: MemoRow) -> dict[str, Any]:
    return {name: str(getattr(memo, name)) for name in FIELDS}
