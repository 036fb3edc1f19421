"""`draad privacy`: what is due, who leaves, what goes with them, and the proof that nothing is left."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from study.messages import translate as _
from study.messages import translate_count
from workbench.cli.grammar import SubVerbs
from workbench.cli.people import add_by, ask_key, person, study_of
from workbench.cli.screen import Screen

if TYPE_CHECKING:
    from workbench.actions.privacy import Withdrawal
    from workbench.actions.proving import Look

SOMETHING_TO_DO = 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do, with whom."""
    verbs = SubVerbs(parser)
    verbs.add("due", _("what must be removed by now, with the command that does it (default); exit code 1 if any"))
    preview = verbs.add("preview", _("show what goes when this participant withdraws consent; nothing changes"))
    leave = verbs.add("withdraw", _("remove everything this participant said, everywhere; it cannot be undone"))
    leave.add_argument("--typed", metavar=_("CODE"), help=_("the code once more, where nobody can be asked"))
    proof = verbs.add("proof", _("look through every byte for what a removed participant said; exit code 1 if found"))
    for each in (preview, leave, proof):
        each.add_argument("code", metavar=_("CODE"))
    again = verbs.add("apply-removals", _("remove again who was removed before: after an old copy was put back"))
    removers = [
        verbs.add("remove-originals", _("remove the files as they came in from the vault")),
        verbs.add("remove-names", _("remove who is behind which code, from the vault and from speaker labels")),
        verbs.add("remove-texts", _("remove what people said, with the codings on it; figures lose their ground")),
    ]
    for each in removers:
        each.add_argument("--yes", action="store_true", help=_("do it; without this it is only counted"))
    for each in (leave, again, *removers):
        add_by(each)


def run(arguments: argparse.Namespace, screen: Screen) -> int | None:
    """Do one of these; without a word, say what is due."""
    doing: dict[str, Callable[[argparse.Namespace, Screen], int | None]]
    doing = {"preview": _preview, "withdraw": _withdraw, "proof": _proof, "apply-removals": _again}
    doing |= dict.fromkeys(("remove-originals", "remove-names", "remove-texts"), _remove)
    return doing.get(arguments.what, _due)(arguments, screen)


def _preview(arguments: argparse.Namespace, screen: Screen) -> None:
    from workbench.actions.privacy import preview_withdrawal

    found = preview_withdrawal(study_of(arguments), arguments.code, ask=ask_key())
    screen.head(_("When {code} withdraws consent, this goes", code=arguments.code))
    _show(found, screen)
    screen.remark(
        _("Nothing has changed. Do it with “draad privacy withdraw {code}”; it cannot be undone.", code=arguments.code)
    )
    screen.answer(_plain(found))


def _withdraw(arguments: argparse.Namespace, screen: Screen) -> None:
    from workbench.actions.privacy import withdraw

    study, code = study_of(arguments), arguments.code
    typed = arguments.typed if arguments.typed is not None else _typed(code)
    done = withdraw(study, code, typed=typed, by=person(arguments), ask=ask_key())
    screen.head(_("{code} was removed. This went", code=code))
    _show(done, screen)
    screen.remark(_("See that nothing is left with “draad privacy proof {code}”.", code=code))
    screen.answer(_plain(done))


def _typed(code: str) -> str:
    """The code as the person at the screen types it; nothing where nobody is at a screen."""
    if not sys.stdin.isatty():
        return ""
    sys.stderr.write(_("This cannot be undone. Type {code} to remove everything this participant said: ", code=code))
    sys.stderr.flush()
    return sys.stdin.readline()


def _proof(arguments: argparse.Namespace, screen: Screen) -> int:
    from workbench.actions.proving import prove_removal

    proof = prove_removal(study_of(arguments), arguments.code, ask=ask_key())
    for each in proof.removals:
        screen.say(_("{code} was removed on {moment} by {name}.", code=each.code, moment=each.made_at, name=each.by))
    screen.say(
        _(
            "Looked for {runs} runs of words and {names} names, by their keyed digests.",
            runs=proof.runs,
            names=proof.names,
        )
    )
    rows = [(_place(each), each.name, each.read, each.found) for each in proof.looks if each.read or each.found]
    screen.table((_("where"), _("what"), _("read"), _("found")), rows, wide={1})
    screen.say(_("Nothing is left.") if proof.is_clean else _("Something is left; see the lines with a number."))
    screen.answer(
        {
            "code": proof.code,
            "clean": proof.is_clean,
            "runs": proof.runs,
            "names": proof.names,
            "removed": [each.made_at.isoformat() for each in proof.removals],
            "looks": [
                {"place": each.place, "name": each.name, "read": each.read, "found": each.found} for each in proof.looks
            ],
        }
    )
    return 0 if proof.is_clean else SOMETHING_TO_DO


def _place(look: Look) -> str:
    from workbench.actions.proving import PLACES

    return _(PLACES[look.place])


def _again(arguments: argparse.Namespace, screen: Screen) -> None:
    from workbench.actions.privacy import apply_removals

    codes = apply_removals(study_of(arguments), by=person(arguments), ask=ask_key())
    screen.say(
        _("Removed again: {codes}.", codes=", ".join(codes)) if codes else _("Nobody who left is back in this study.")
    )
    screen.answer(list(codes))


def _due(arguments: argparse.Namespace, screen: Screen) -> int:
    from workbench.actions.privacy import undone_removals
    from workbench.actions.retention import LAYERS, list_terms

    study, ask = study_of(arguments), ask_key()
    terms = list_terms(study, today=datetime.now(UTC).date(), ask=ask)
    back = undone_removals(study, ask=ask)
    rows = [
        (("!" if each.is_due else ""), _(LAYERS[each.layer]), each.until or _("no date"), each.number, each.command)
        for each in terms
    ]
    screen.table(("", _("what"), _("may be kept until"), _("number"), _("remove with")), rows, wide={1, 4})
    for code in back:
        screen.warn(_("{code} left and is back. Give “draad privacy apply-removals”.", code=code))
    due = [each for each in terms if each.is_due]
    screen.say(translate_count("{number} layer is due.", "{number} layers are due.", len(due)))
    plain = [
        {"layer": each.layer, "until": each.until, "number": each.number, "due": each.is_due, "command": each.command}
        for each in terms
    ]
    screen.answer({"terms": plain, "back": list(back)})
    return SOMETHING_TO_DO if due or back else 0


def _remove(arguments: argparse.Namespace, screen: Screen) -> None:
    from workbench.actions.retention import LAYERS, Layer, list_terms, remove_layer

    study, ask = study_of(arguments), ask_key()
    layer = Layer(arguments.what.removeprefix("remove-"))
    if arguments.yes:
        number = remove_layer(study, layer, by=person(arguments), ask=ask)
        screen.say(_("Removed: {what} ({number}).", what=_(LAYERS[layer]), number=number))
    else:
        terms = {each.layer: each for each in list_terms(study, today=datetime.now(UTC).date(), ask=ask)}
        number = terms[layer].number or 0
        screen.say(_("This would go: {what} ({number}).", what=_(LAYERS[layer]), number=number))
        screen.remark(_("Nothing has changed. Add --yes to do it; it cannot be undone."))
    screen.answer({"layer": layer, "number": number, "done": arguments.yes})


def _show(found: Withdrawal, screen: Screen) -> None:
    from workbench.actions.consequences import KINDS
    from workbench.actions.leaving import COUNTED, TO_READ_AGAIN

    left, outside = found.left, found.outside
    counts = [(_(COUNTED[name]), number) for name, number in found.removal.counts.items() if number]
    outer = (
        (_("originals in the vault"), outside.originals),
        (_("originals in the vault that hold others too (rewritten)"), outside.shared),
        (_("old copies of the database"), len(outside.backups)),
    )
    screen.table((_("what"), _("number")), [*counts, *((name, number) for name, number in outer if number)], wide={0})
    rows = [(_(KINDS[each.kind]), each.name, each.before, each.after or _("gone")) for each in left.consequences]
    screen.table(("", _("what"), _("now"), _("then")), rows, wide={1, 2, 3})
    again = Counter(left.reworded)
    screen.table(
        (_("read again"), _("which"), _("number")),
        [(_(TO_READ_AGAIN[kind]), key, number) for (kind, key), number in again.items()],
        wide={1},
    )
    screen.table((_("files in the study folder that quote and go"),), [(each,) for each in outside.outputs], wide={0})
    sent = [(each.file, each.made_at.date(), each.by) for each in left.exports]
    screen.table((_("sent before, and quoting: ask whoever has it"), _("made on"), _("by")), sent, wide={0})


def _plain(found: Withdrawal) -> dict[str, Any]:
    left, outside = found.left, found.outside
    return {
        "code": found.removal.code,
        "counts": dict(found.removal.counts),
        "consequences": [
            {"kind": each.kind, "name": each.name, "before": each.before, "after": each.after}
            for each in left.consequences
        ],
        "reworded": [{"kind": kind, "key": key} for kind, key in left.reworded],
        "lost_findings": list(left.lost_findings),
        "exports": [{"what": each.what, "file": each.file, "made_at": each.made_at} for each in left.exports],
        "outputs": list(outside.outputs),
        "originals": outside.originals,
        "shared_originals": outside.shared,
        "backups": list(outside.backups),
    }
