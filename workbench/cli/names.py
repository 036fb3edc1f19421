"""`draad names`: names that are suggested, decided about, and replaced by pseudonyms."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from study.messages import N_, translate_count
from study.messages import translate as _
from workbench.cli.grammar import SubVerbs
from workbench.cli.people import add_by, ask_key, person, study_of
from workbench.cli.screen import Screen

if TYPE_CHECKING:
    from workbench.actions.name_groups import Group, Review
    from workbench.actions.pseudonyms import Pseudonyms

KINDS = (
    *("persoon", "werkgever", "kantoor", "plaats", "telefoon", "e-mail", "bsn", "iban", "postcode"),
    *("geboortedatum", "leeftijd", "functie", "anders"),
)
STATUSES = {"ruw": N_("raw"), "nagekeken": N_("checked")}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do, in which documents."""
    verbs = SubVerbs(parser)
    verbs.add("status", _("how far each document is (default)"))
    look = verbs.add("suggest", _("show the names in documents, with what would come in their place"))
    decide = verbs.add("review", _("decide about names in a document; nothing is replaced yet"))
    apply = verbs.add("apply", _("replace the names that were accepted, and all that lies on the texts with them"))
    _add_adding(verbs.add("add", _("put a name in the key, or the names of a participant in the vault")))
    for each in (look, apply):
        each.add_argument("documents", nargs="*", metavar=_("DOCUMENT"), help=_("which documents (else all)"))
    look.add_argument("--style", choices=("letters", "verzonnen"), help=_("what new pseudonyms of people look like"))
    _add_deciding(decide)
    apply.add_argument("--checked", action="store_true", help=_("say that the documents were looked through for names"))
    add_by(apply)


def _add_adding(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("names", nargs="+", metavar=_("NAME"))
    parser.add_argument("--participant", metavar=_("CODE"), help=_("whose names they are"))
    parser.add_argument("--kind", choices=KINDS, default="werkgever", help=_("what they are (else an employer)"))
    parser.add_argument("--as", dest="pseudonym", metavar=_("PSEUDONYM"), help=_("what comes in their place"))


def _add_deciding(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("document", metavar=_("DOCUMENT"))
    parser.add_argument("--accept", nargs="+", default=[], metavar=_("NAME"), help=_("replace these"))
    parser.add_argument("--reject", nargs="+", default=[], metavar=_("NAME"), help=_("let these stand"))
    parser.add_argument("--accept-kind", nargs="+", default=[], choices=KINDS, help=_("replace all of these kinds"))
    parser.add_argument("--kind", choices=KINDS, help=_("what the accepted names are"))
    parser.add_argument("--as", dest="pseudonym", metavar=_("PSEUDONYM"), help=_("what comes in their place"))
    parser.add_argument("--checked", action="store_true", help=_("say that the document was looked through for names"))
    add_by(parser)


def run(arguments: argparse.Namespace, screen: Screen) -> None:
    """Do one of these; without a word, say how far each document is."""
    doing: dict[str, Callable[[argparse.Namespace, Screen], None]]
    doing = {"suggest": _suggest, "review": _review, "apply": _apply, "add": _add}
    doing.get(arguments.what, _status)(arguments, screen)


def _opened(arguments: argparse.Namespace) -> Pseudonyms:
    from workbench.actions.pseudonyms import Pseudonyms

    return Pseudonyms(study_of(arguments), ask=ask_key())


def _status(arguments: argparse.Namespace, screen: Screen) -> None:
    names = _opened(arguments)
    reviews = [names.review(each) for each in names.documents()]
    if not reviews:
        screen.say(_("There are no documents with people’s words yet."))
    heads = (_("document"), _("status"), _("open"), _("to be replaced"))
    screen.table(heads, ((each.document.source, *_numbers(each)) for each in reviews), wide={0})
    fields = ("document", "status", "open", "accepted")
    plain = [(each.document.source, each.document.status.value, len(each.open), len(each.accepted)) for each in reviews]
    screen.answer([dict(zip(fields, each, strict=True)) for each in plain])


def _numbers(review: Review) -> tuple[str, int, int]:
    return _(STATUSES[review.document.status.value]), len(review.open), len(review.accepted)


def _suggest(arguments: argparse.Namespace, screen: Screen) -> None:
    from corpus.names.proposals import Style

    names = _opened(arguments)
    if arguments.style:
        names.choose_style(Style(arguments.style))
    reviews = [names.review(each) for each in arguments.documents or names.documents()]
    for review in reviews:
        screen.head(review.document.source)
        if not review.groups:
            screen.say(_("No names were found."))
        for group in review.groups:
            screen.entry(_line(group), _first_place(review, group))
    screen.answer([_plain(review, group) for review in reviews for group in review.groups])


def _line(group: Group) -> str:
    """A name on one line: what it is, what would come in its place, how sure that is and why, what was decided."""
    from workbench.name_words import certainty_words, decision_words, kind_words, rule_words

    where = translate_count("{number} place", "{number} places", len(group.places))
    about = (kind_words(group.kind), where, certainty_words(group.score), rule_words(group.rule), decision_words(group))
    return f"{group.form} → {group.pseudonym} · " + " · ".join(filter(None, about))


def _first_place(review: Review, group: Group) -> str:
    from workbench.actions.name_groups import words_around

    if not group.places:
        return _("as a speaker, not in the text")
    return "".join(words_around(review.document.text, group.places[0]))


def _plain(review: Review, group: Group) -> dict[str, Any]:
    return {
        "document": review.document.source,
        "name": group.form,
        "kind": group.kind.value,
        "pseudonym": group.pseudonym,
        "places": [[each.start, each.end] for each in group.places],
        "fields": list(group.fields),
        "rule": group.rule.value,
        "score": round(group.score, 2),
        "decision": None if group.decision is None else group.is_accepted,
    }


def _review(arguments: argparse.Namespace, screen: Screen) -> None:
    from corpus.replacements import NameKind
    from workbench.actions.checking import mark_checked

    names, document = _opened(arguments), arguments.document
    kind = NameKind(arguments.kind) if arguments.kind else None
    of_kinds = [each.form for each in names.review(document).open if each.kind.value in arguments.accept_kind]
    accepted = names.accept(document, of_kinds) if of_kinds else 0
    if arguments.accept:
        accepted += names.accept(document, arguments.accept, kind=kind, pseudonym=arguments.pseudonym)
    rejected = names.reject(document, arguments.reject)
    if arguments.checked:
        mark_checked(names.study, [document], by=person(arguments))
    left = len(names.review(document).open)
    screen.say(
        _("{accepted} accepted, {rejected} rejected, {left} open.", accepted=accepted, rejected=rejected, left=left)
    )
    screen.answer({"accepted": accepted, "rejected": rejected, "open": left})


def _apply(arguments: argparse.Namespace, screen: Screen) -> None:
    from workbench.actions.checking import mark_checked
    from workbench.actions.replacing import apply_decisions

    names = _opened(arguments)
    documents = [names.document(each).id for each in arguments.documents] or names.documents()
    done = apply_decisions(names, documents, by=person(arguments))
    if arguments.checked:
        mark_checked(names.study, documents, by=person(arguments))
    screen.say(translate_count("Replaced in {number} place.", "Replaced in {number} places.", done.places))
    for each in done.outputs:
        screen.remark(_("“{file}” held a replaced name and was taken away; make it again.", file=each))
    screen.answer({"documents": done.documents, "places": done.places, "outputs": list(done.outputs)})


def _add(arguments: argparse.Namespace, screen: Screen) -> None:
    from corpus.replacements import NameKind
    from workbench.actions.known_names import add_known_names

    if arguments.participant:
        add_known_names(study_of(arguments), {arguments.participant: arguments.names})
        screen.say(_("The names of {code} are in the vault.", code=arguments.participant))
        screen.answer({"participant": arguments.participant, "names": len(arguments.names)})
        return
    names = _opened(arguments)
    entries = [names.add(each, NameKind(arguments.kind), arguments.pseudonym) for each in arguments.names]
    for entry in entries:
        screen.say(f"{entry.form} → {entry.pseudonym}")
    screen.answer([{"name": each.form, "kind": each.kind.value, "pseudonym": each.pseudonym} for each in entries])
