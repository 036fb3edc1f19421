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
    merge = verbs.add("merge", _("let codes go into another one, with everything that carries them"))
    merge.add_argument("codes", nargs="+", metavar=_("CODE"))
    merge.add_argument("--into", required=True, metavar=_("CODE"), help=_("the code that they go into"))
    merge.add_argument("--dry-run", action="store_true", help=_("only say what would change"))
    add_by(merge)
    retire = verbs.add("retire", _("offer a code no more; what was coded with it stays"))
    retire.add_argument("code", metavar=_("CODE"))
    retire.add_argument("--restore", action="store_true", help=_("offer it again"))
    add_by(retire)
    verbs.add("versions", _("the versions of the codebook, by whom and why"))
    write = verbs.add("export", _("write the codebook (TOML, CSV or XLSX)"))
    write.add_argument("file", type=Path, metavar=_("FILE"))


def run(arguments: argparse.Namespace, screen: Screen) -> None:
    """Do one of these; without a word, show."""
    doing = {"import": _import, "export": _export, "merge": _merge, "retire": _retire, "versions": _versions}
    doing.get(arguments.what, _show)(arguments, screen)


def _merge(arguments: argparse.Namespace, screen: Screen) -> None:
    from workbench.actions.codebook_editing import merge, preview_merge

    study = study_of(arguments)
    if arguments.dry_run:
        touched = preview_merge(study, arguments.codes, into=arguments.into)
    else:
        touched = merge(study, arguments.codes, into=arguments.into, by=person(arguments))
    screen.say(
        translate_count("{number} coding gets the other code.", "{number} codings get the other code.", touched.recoded)
    )
    screen.answer({"recoded": touched.recoded, "doubled": touched.doubled, "elsewhere": dict(touched.elsewhere or {})})


def _retire(arguments: argparse.Namespace, screen: Screen) -> None:
    from workbench.actions.codebook_editing import retire_code

    retire_code(study_of(arguments), arguments.code, retired=not arguments.restore, by=person(arguments))
    screen.answer({"code": arguments.code, "retired": not arguments.restore})


def _versions(arguments: argparse.Namespace, screen: Screen) -> None:
    from workbench.actions.codebook_versions import list_versions
    from workbench.actions.step_words import step_words

    versions = list_versions(study_of(arguments))
    if not versions:
        screen.say(_("The codebook has one version: nothing was changed since it was brought in."))
    heads = (_("version"), _("when"), _("by"), _("what"))
    screen.table(
        heads,
        [(each.number, f"{each.made_at:%Y-%m-%d}", each.by, step_words(each.what)) for each in versions],
        wide={3},
    )
    screen.answer([{"number": each.number, "by": each.by, "what": each.what, "step": each.step} for each in versions])


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
