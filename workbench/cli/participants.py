"""`draad people`: participants: list, bring in a sheet, see the labels of transcripts and say whose they are."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from study.messages import N_, translate_count
from study.messages import translate as _
from workbench.cli.grammar import SubVerbs
from workbench.cli.people import add_by, person, study_of
from workbench.cli.screen import Screen

if TYPE_CHECKING:
    from study.folder import Study
    from workbench.actions.speaking import Assignment, SpokenLabel

STATES = {
    "unknown": N_("not known"),
    "ambiguous": N_("not clear"),
    "participant": N_("respondent"),
    "group": N_("group voice"),
    "uncounted": N_("speaks, is not counted"),
    "interviewer": N_("interviewer"),
}
NOT_A_CODE = ("interviewer", "group", "nobody")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do with whom."""
    verbs = SubVerbs(parser)
    verbs.add("list", _("list the participants with what they say (default)"))
    bring = verbs.add("import", _("bring in a participant sheet (csv or xlsx); names go into the vault"))
    bring.add_argument("file", type=Path, metavar=_("FILE"))
    bring.add_argument("-p", "--perspective", default="", metavar=_("KEY"), help=_("for rows that do not say"))
    bring.add_argument("--dry-run", action="store_true", help=_("show what would be read; store nothing"))
    add_by(bring)
    labels = verbs.add("labels", _("list the names before turns, and whom they stand for"))
    labels.add_argument("--open", action="store_true", help=_("only those of whom it is not known"))
    link = verbs.add("link", _("say whom names before turns stand for"))
    link.add_argument(
        "links",
        nargs="+",
        type=_pair,
        metavar=_("LABEL=CODE"),
        help=_("a participant, or interviewer, group, or nobody (speaks, is not counted)"),
    )
    link.add_argument("--document", metavar=_("NAME"), help=_("in this document only (else in all with this label)"))
    add_by(link)


def _pair(text: str) -> tuple[str, str]:
    label, sign, code = text.rpartition("=")
    if not sign or not label.strip() or not code.strip():
        raise argparse.ArgumentTypeError(_("“{text}” is not LABEL=CODE", text=text))
    return label.strip(), code.strip()


def run(arguments: argparse.Namespace, screen: Screen) -> None:
    """Do one of these; without a word, list."""
    {"import": _import, "labels": _labels, "link": _link}.get(arguments.what, _list)(arguments, screen)


def _list(arguments: argparse.Namespace, screen: Screen) -> None:
    from corpus.documents import Document
    from corpus.participants import Participant
    from corpus.segments import Segment
    from workbench.actions.participants import spoken_by

    with study_of(arguments).reading() as store:
        found = spoken_by(*store.records(Participant, Document, Segment))
    if not found:
        screen.say(_("There are no participants yet. Import transcripts with --perspective, or “draad people import”."))
    rows = [
        (each.participant.code, each.participant.perspective, len(each.documents), each.turns, each.words)
        for each in found
    ]
    screen.table((_("code"), _("perspective"), _("documents"), _("turns"), _("words")), rows)
    names = ("code", "perspective", "documents", "turns", "words")
    screen.answer([dict(zip(names, row, strict=True)) for row in rows])


def _import(arguments: argparse.Namespace, screen: Screen) -> None:
    from workbench.actions.participants import import_people, preview_people

    study, perspective = study_of(arguments), arguments.perspective
    if arguments.dry_run:
        sheet = preview_people(study, arguments.file, perspective=perspective)
    else:
        sheet = import_people(study, arguments.file, perspective=perspective, by=person(arguments))
    heads = (_("code"), _("perspective"), _("new"), _("traits"))
    rows = [
        (each.code, each.perspective, _("new") if each.code in sheet.new else "", len(each.traits))
        for each in sheet.people
    ]
    screen.table(heads, rows)
    screen.say(translate_count("{number} participant", "{number} participants", len(sheet.people)))
    screen.remark(_("{number} names, addresses and numbers belong in the vault.", number=sheet.identifying))
    screen.answer({"participants": len(sheet.people), "new": sorted(sheet.new), "identifying": sheet.identifying})


def _labels(arguments: argparse.Namespace, screen: Screen) -> None:
    from workbench.actions.speaking import spoken_labels

    found = [each for each in spoken_labels(study_of(arguments)) if not arguments.open or _is_open(each)]
    if not found:
        screen.say(_("Of every label it is known who speaks."))
    rows = [(each.label, each.document.source, each.turns, _codes(each), _(STATES[each.state])) for each in found]
    screen.table((_("label"), _("document"), _("turns"), _("stands for"), _("state")), rows, wide={0, 1})
    screen.answer(
        [
            {
                "label": each.label,
                "document": each.document.source,
                "turns": each.turns,
                "codes": [one.code for one in each.people],
                "state": each.state.value,
                "proposed": each.proposed.code if each.proposed else None,
            }
            for each in found
        ]
    )


def _is_open(label: SpokenLabel) -> bool:
    return label.state in ("unknown", "ambiguous")


def _codes(label: SpokenLabel) -> str:
    if label.proposed:
        return _("perhaps {code}", code=label.proposed.code)
    return ", ".join(each.code for each in label.people)


def _link(arguments: argparse.Namespace, screen: Screen) -> None:
    from workbench.actions.speaking import assign_labels

    study = study_of(arguments)
    done = assign_labels(study, _assignments(study, arguments.links, arguments.document), by=person(arguments))
    screen.say(translate_count("{number} turn has another speaker now.", "{number} turns have another speaker now.",
                               done.turns))  # fmt: skip
    screen.answer({"turns": done.turns})


def _assignments(study: Study, links: Sequence[tuple[str, str]], document: str | None) -> list[Assignment]:
    from workbench.actions.codings import find_document
    from workbench.actions.speaking import Assignment, Stands

    identity = None
    if document is not None:
        with study.reading() as store:
            identity = find_document(store, document).id
    return [
        Assignment(label, stands=Stands(code), document_id=identity)
        if code in NOT_A_CODE
        else Assignment(label, code=code, document_id=identity)
        for label, code in links
    ]
