"""`draad codebook`: show, bring in, write out."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from study.messages import translate as _
from study.messages import translate_count
from workbench.cli.grammar import SubVerbs
from workbench.cli.people import add_by, person, study_of
from workbench.cli.screen import Screen

if TYPE_CHECKING:
    from workbench.actions.codebook import Usage

KEYS = ("group", "key", "codings", "respondents")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do with which file."""
    verbs = SubVerbs(parser)
    verbs.add("show", _("show the codes as a tree (default)"))
    bring = verbs.add("import", _("bring in a codebook (TOML, CSV or XLSX)"))
    bring.add_argument("file", type=Path, metavar=_("FILE"))
    add_by(bring)
    write = verbs.add("export", _("write the codebook (TOML, CSV or XLSX)"))
    write.add_argument("file", type=Path, metavar=_("FILE"))


def run(arguments: argparse.Namespace, screen: Screen) -> None:
    """Do one of these; without a word, show."""
    {"import": _import, "export": _export}.get(arguments.what, _show)(arguments, screen)


def _import(arguments: argparse.Namespace, screen: Screen) -> None:
    from workbench.actions.codebook import import_codebook

    groups, codes = import_codebook(study_of(arguments), arguments.file, by=person(arguments))
    screen.say(translate_count("{number} code stored.", "{number} codes stored.", len(codes)))
    screen.answer({"groups": [each.key for each in groups], "codes": [each.key for each in codes]})


def _export(arguments: argparse.Namespace, screen: Screen) -> None:
    from workbench.actions.codebook import export_codebook

    number = export_codebook(study_of(arguments), arguments.file)
    screen.remark(_("Written: {file}", file=arguments.file))
    screen.answer({"file": str(arguments.file), "codes": number})


def _show(arguments: argparse.Namespace, screen: Screen) -> None:
    from workbench.actions.codebook import code_usage

    usage = code_usage(study_of(arguments))
    if not usage:
        screen.say(_("The codebook is empty. Bring one in with “draad codebook import FILE”."))
    heads = (_("group"), _("code"), _("key"), _("codings"), _("respondents"))
    screen.table(heads, ((each.group, _indented(each), *_plain(each)) for each in usage), wide={1})
    screen.answer([dict(zip(KEYS, (each.group, *_plain(each)), strict=True)) for each in usage])


def _indented(usage: Usage) -> str:
    return "  " * usage.depth + usage.name


def _plain(usage: Usage) -> tuple[str, int, int]:
    return usage.key, usage.codings, usage.respondents
