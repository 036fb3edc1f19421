"""`draad guide`: topic lists: show, bring in, give a new version, and link their questions to turns."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from study.messages import translate as _
from study.messages import translate_count
from workbench.cli.grammar import SubVerbs
from workbench.cli.people import add_by, person, study_of
from workbench.cli.screen import Screen

if TYPE_CHECKING:
    from corpus.guides import Question
    from workbench.actions.linking import Talk


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do with which list."""
    verbs = SubVerbs(parser)
    show = verbs.add("show", _("show the topic lists, or the questions of one (default)"))
    show.add_argument("key", nargs="?", metavar=_("KEY"), help=_("the topic list"))
    bring = verbs.add("import", _("bring in a topic list (docx, csv or xlsx)"))
    bring.add_argument("file", type=Path, metavar=_("FILE"))
    target = bring.add_mutually_exclusive_group(required=True)
    target.add_argument("--instrument", metavar=_("KEY"), help=_("the instrument that the new list belongs to"))
    target.add_argument("--replaces", metavar=_("KEY"), help=_("the list that this is the next version of"))
    bring.add_argument("--dry-run", action="store_true", help=_("show what would be read; store nothing"))
    add_by(bring)
    version = verbs.add("version", _("make a new version of a topic list, with the same questions"))
    version.add_argument("key", metavar=_("KEY"), help=_("the topic list"))
    add_by(version)
    link = verbs.add("link", _("link questions to the turns in which interviewers put them"))
    link.add_argument("key", nargs="?", metavar=_("KEY"), help=_("the topic list (else all)"))
    link.add_argument("--least", type=_score, metavar=_("SCORE"), help=_("link from this score, 0 to 1 (else 0.35)"))
    link.add_argument("--dry-run", action="store_true", help=_("show what is proposed; link nothing"))
    add_by(link)


def _score(text: str) -> float:
    try:
        score = float(text.replace(",", "."))
    except ValueError:
        score = -1.0
    if not 0 <= score <= 1:
        raise argparse.ArgumentTypeError(_("“{text}” is no number from 0 to 1", text=text))
    return score


def run(arguments: argparse.Namespace, screen: Screen) -> None:
    """Do one of these; without a word, show."""
    {"import": _import, "version": _version, "link": _link}.get(arguments.what, _show)(arguments, screen)


def _show(arguments: argparse.Namespace, screen: Screen) -> None:
    from corpus.guides import Guide, Question
    from workbench.actions.questions import find_guide

    key = getattr(arguments, "key", None)
    with study_of(arguments).reading() as store:
        guides, questions = store.records(Guide, Question)
        chosen = find_guide(store, key) if key else None
    if chosen is not None:
        _show_questions([each for each in questions if each.guide_id == chosen.id], screen)
        return
    if not guides:
        screen.say(_("There are no topic lists yet. Bring one in with “draad guide import FILE --instrument KEY”."))
    numbers = {each.id: sum(one.guide_id == each.id for one in questions) for each in guides}
    rows = [(each.key, each.title, each.version, each.replaces, numbers[each.id]) for each in guides]
    screen.table((_("key"), _("title"), _("version"), _("replaces"), _("questions")), rows, wide={1})
    names = ("key", "title", "version", "replaces", "questions")
    screen.answer([dict(zip(names, row, strict=True)) for row in rows])


def _show_questions(questions: Sequence[Question], screen: Screen) -> None:
    for each in questions:
        covers = ", ".join((*each.phases, *each.codes, *each.assumptions))
        screen.entry(f"{each.key}  {each.text}", _("covers {what}", what=covers) if covers else _("covers nothing yet"))
    names = ("key", "text", "prompted", "phases", "codes", "assumptions", "default_phase", "default_actor")
    screen.answer([{name: getattr(each, name) for name in names} for each in questions])


def _import(arguments: argparse.Namespace, screen: Screen) -> None:
    from corpus.guide_files import read_guide
    from workbench.actions.guides import import_guide

    study, draft = study_of(arguments), read_guide(arguments.file)
    for each in draft.questions:
        screen.say(f"  {each.text}")
    for line in draft.left_out:
        screen.warn(_("no question: {line}", line=line))
    found = translate_count("{number} question", "{number} questions", len(draft.questions))
    if arguments.dry_run:
        screen.say(_("{questions} would be stored.", questions=found))
        screen.answer({"key": None, "questions": len(draft.questions)})
        return
    replaces = arguments.replaces or ""
    guide = import_guide(study, arguments.file, arguments.instrument or "", by=person(arguments), replaces=replaces)
    screen.say(_("{questions} stored in “{key}”.", questions=found, key=guide.key))
    screen.answer({"key": guide.key, "questions": len(draft.questions)})


def _version(arguments: argparse.Namespace, screen: Screen) -> None:
    from workbench.actions.guides import new_version

    guide = new_version(study_of(arguments), arguments.key, by=person(arguments))
    screen.say(_("“{key}” is version {version}; “{old}” stays for the documents made with it.", key=guide.key,
                 version=guide.version, old=arguments.key))  # fmt: skip
    screen.answer({"key": guide.key, "version": guide.version, "replaces": guide.replaces})


def _link(arguments: argparse.Namespace, screen: Screen) -> None:
    from corpus.question_links import SURE
    from workbench.actions.linking import link_turns, sure_links, talks

    study = study_of(arguments)
    found = talks(study, guide=arguments.key)
    least = SURE if arguments.least is None else arguments.least
    chosen = sure_links(found, least=least)
    _show_links(found, chosen, screen)
    done, number = None if arguments.dry_run else link_turns(study, chosen, by=person(arguments)), len(chosen)
    if done is None:
        screen.say(translate_count("{number} turn would be linked.", "{number} turns would be linked.", number))
    else:
        screen.say(translate_count("{number} turn puts a question now.", "{number} turns put a question now.", number))
    screen.answer({"linked": number, "turns": done.turns if done else 0})


def _show_links(found: Sequence[Talk], chosen: dict[str, str | None], screen: Screen) -> None:
    """Where which question is put, by number of the turn: never the words themselves."""
    keys = {question.id: question.key for talk in found for question in talk.questions}
    rows = [
        (
            talk.document.source,
            each.segment.ordinal + 1,
            keys[each.proposal.question_id],
            round(each.proposal.score * 100),
        )
        for talk in found
        for each in talk.turns
        if each.segment.id in chosen and each.proposal is not None
    ]
    screen.table((_("document"), _("turn"), _("question"), "%"), rows, wide={0})
