"""`draad codebook`: show, bring in, write out."""

from __future__ import annotations

import argparse
from pathlib import Path

from study.messages import translate as _
from study.messages import translate_count
from workbench.cli.people import add_by, person, study_of
from workbench.cli.screen import Screen


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do with which file."""
    verbs = parser.add_subparsers(dest="what", metavar=_("WHAT"))
    verbs.add_parser("show", help=_("show the codes as a tree (default)"))
    bring = verbs.add_parser("import", help=_("bring in a codebook (TOML, CSV or XLSX)"))
    bring.add_argument("file", type=Path, metavar=_("FILE"))
    add_by(bring)
    write = verbs.add_parser("export", help=_("write the codebook (TOML, CSV or XLSX)"))
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

    export_codebook(study_of(arguments), arguments.file)
    screen.remark(_("Written: {file}", file=arguments.file))


def _show(arguments: argparse.Namespace, screen: Screen) -> None:
    from workbench.actions.codebook import code_usage

    usage = code_usage(study_of(arguments))
    if not usage:
        screen.say(_("The codebook is empty. Bring one in with “draad codebook import FILE”."))
        return
    rows = ((each.group, "  " * each.depth + each.name, each.key, each.codings, each.respondents) for each in usage)
    screen.table((_("group"), _("code"), _("key"), _("codings"), _("respondents")), rows)
    screen.answer([{"group": each.group, "key": each.key, "codings": each.codings} for each in usage])
