"""Editing the codebook: every change is one step and one version, is taken back whole, and loses no code in use."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from coding.aliases import CodeAlias
from coding.codebook import Code, CodeField, CodeGroup, check_codebook, known_code, make_key
from coding.codebook_changes import merge_codes, move_code, recode
from coding.codings import Coding
from coding.errors import CodeInUse, DoubledShortcut, GroupUnknown, NothingTicked
from coding.framework import FrameworkSummary
from study.folder import Study
from study.ids import new_id
from study.store import Store
from workbench.actions.code_uses import renamed_uses, uses_of
from workbench.actions.versions import keep_version

ADD, EDIT, MOVE, MERGE, SPLIT = "add code", "edit code", "move code", "merge codes", "split code"
RETIRE, RESTORE, REMOVE = "retire code", "restore code", "remove code"
GROUP, ALIASES = "edit code group", "edit aliases"
"""What the journal calls changes of the codebook."""
WORDS = ("name", "definition", "include", "exclude", "example")


@dataclass(frozen=True, slots=True)
class Touched:
    """What a change comes to: codings that get another code, codings that would be there twice and go, and how many
    other records (by kind) name another code."""

    recoded: int = 0
    doubled: int = 0
    elsewhere: Mapping[str, int] | None = None


def save_code(study: Study, key: str | None, values: Mapping[str, Any], *, by: str) -> Code:
    """Add a code (key None), or change what is said about one; its key stays, so that no coding is touched.

    Values: group, name, definition, include, exclude, example, colour, shortcut, parent. Raises what
    `coding.codebook.check_codebook` raises, `UnknownCode` and `DoubledShortcut`.
    """
    with study.store(by=by, what=EDIT if key else ADD) as store:
        groups, codes = _codebook(store)
        before = _find(codes, key) if key else None
        made = _made(before, values, codes)
        branch = codes if before is None else move_code(codes, made.key, parent=made.parent, group=made.group)
        after = [*(made if each.key == made.key else each for each in branch), *([] if before else [made])]
        _store(store, groups, codes, after, what=EDIT if key else ADD)
    return made


def move_in_tree(study: Study, key: str, *, parent: str | None, by: str) -> None:
    """Hang a code with all that is under it under another code of any group, or at the top of its group."""
    with study.store(by=by, what=MOVE) as store:
        groups, codes = _codebook(store)
        _store(store, groups, codes, move_code(codes, key, parent=parent), what=MOVE)


def shift_code(study: Study, key: str, *, up: bool, by: str) -> None:
    """Put a code one place up or down among its brothers and sisters; at the end nothing changes."""
    with study.store(by=by, what=MOVE) as store:
        groups, codes = _codebook(store)
        code = _find(codes, key)
        beside = [each for each in codes if (each.group, each.parent) == (code.group, code.parent)]
        order = sorted(beside, key=lambda each: (each.ordinal, each.name, each.key))
        place = order.index(code)
        other = place - 1 if up else place + 1
        if 0 <= other < len(order):
            order[place], order[other] = order[other], order[place]
            numbers = {each.key: number for number, each in enumerate(order, 1)}
            after = [replace(each, ordinal=numbers.get(each.key, each.ordinal)) for each in codes]
            _store(store, groups, codes, after, what=MOVE)


def retire_code(study: Study, key: str, *, retired: bool, by: str) -> None:
    """Offer a code no more, or offer it again; its codings stay as they are."""
    what = RETIRE if retired else RESTORE
    with study.store(by=by, what=what) as store:
        groups, codes = _codebook(store)
        code = _find(codes, key)
        after = [replace(each, retired=retired) if each == code else each for each in codes]
        _store(store, groups, codes, after, what=what)


def remove_code(study: Study, key: str, *, by: str) -> None:
    """Take away a code that nothing uses; raises `CodeInUse` for one that is used, or has codes under it."""
    with study.store(by=by, what=REMOVE) as store:
        groups, codes = _codebook(store)
        code = _find(codes, key)
        uses = sum(uses_of(store, key).values()) + sum(each.parent == key for each in codes)
        if uses:
            raise CodeInUse(name=code.name, number=uses)
        _store(store, groups, codes, [each for each in codes if each != code], what=REMOVE)


def preview_merge(study: Study, keys: Collection[str], *, into: str) -> Touched:
    """What merging would touch; nothing changes."""
    with study.reading() as store:
        _groups, codes = _codebook(store)
        merge_codes(codes, keys, into=into)
        return _touched(store, dict.fromkeys(keys, into))


def merge(study: Study, keys: Collection[str], *, into: str, by: str) -> Touched:
    """Let codes go into another one, with everything that carries or names them.

    Raises `UnknownCode` and `IntoItself`.
    """
    changes = dict.fromkeys(keys, into)
    with study.store(by=by, what=MERGE) as store:
        groups, codes = _codebook(store)
        after = merge_codes(codes, keys, into=into)
        touched = _touched(store, changes)
        _recode(store, changes)
        _rename(store, changes)
        _store(store, groups, codes, after, what=MERGE)
    return touched


def split(study: Study, key: str, name: str, coding_ids: Collection[str], *, by: str) -> Code:
    """Make a new code beside this one and give it these codings; the rest stays.

    Raises `UnknownCode`, `DoubledName`, and `NothingTicked` without codings.
    """
    with study.store(by=by, what=SPLIT) as store:
        groups, codes = _codebook(store)
        code = _find(codes, key)
        codings = [each for each in store.find_all(Coding, tuple(coding_ids)) if each.code == key]
        if not codings:
            raise NothingTicked
        made = _made(None, {"group": code.group, "name": name, "parent": code.parent, "colour": code.colour}, codes)
        _store(store, groups, codes, [*codes, made], what=SPLIT)
        store.replace(*(replace(each, code=made.key) for each in codings))
    return made


def save_group(
    study: Study, key: str | None, label: str, *, substantive: bool, fields: Sequence[CodeField], by: str
) -> CodeGroup:
    """Add a group of codes (key None), or change its name, whether it makes passages, and what it asks besides."""
    with study.store(by=by, what=GROUP) as store:
        groups, codes = _codebook(store)
        old = next((each for each in groups if each.key == key), None)
        if key is not None and old is None:
            raise GroupUnknown(name=key)
        ordinal = old.ordinal if old else len(groups) + 1
        new_key = key or make_key(label, taken={each.key for each in groups})
        made = CodeGroup(old.id if old else new_id(), new_key, label.strip(), ordinal, substantive, tuple(fields))
        check_codebook([*(each for each in groups if each != old), made], codes)
        keep_version(store, GROUP)
        (store.replace if old else store.add)(made)
    return made


def save_aliases(study: Study, key: str, aliases: Iterable[tuple[str | None, str]], *, by: str) -> int:
    """Give a code other words (perspective or None for everybody, words) instead of those it has; how many it has now.

    They help to find the code; nothing is coded anew.
    """
    wanted = tuple(dict.fromkeys((perspective, words.strip()) for perspective, words in aliases if words.strip()))
    with study.store(by=by, what=ALIASES) as store:
        known_code(key, {each.key for each in store.records(Code)[0]})
        there = {(each.perspective, each.words): each for each in store.find(CodeAlias, code=key)}
        store.remove(*(each for pair, each in there.items() if pair not in wanted))
        store.add(*(CodeAlias(new_id(), key, words, who) for who, words in wanted if (who, words) not in there))
    return len(wanted)


def _codebook(store: Store) -> tuple[tuple[CodeGroup, ...], tuple[Code, ...]]:
    groups, codes = store.records(CodeGroup, Code)
    return groups, codes


def _find(codes: Iterable[Code], key: str) -> Code:
    known = {each.key: each for each in codes}
    return known[known_code(key, known)]


def _made(before: Code | None, values: Mapping[str, Any], codes: Sequence[Code]) -> Code:
    """The code with these values; what is not among them stays as it is."""
    given: dict[str, Any] = {name: str(values[name]).strip() for name in WORDS if name in values}
    given |= {name: values[name] or None for name in ("colour", "shortcut", "parent") if name in values}
    if before is not None:
        return replace(before, group=values.get("group") or before.group, **given)
    name = given.pop("name", "")
    key = make_key(name, taken={each.key for each in codes})
    ordinal = max((each.ordinal for each in codes), default=0) + 1
    return Code(new_id(), key, str(values.get("group", "")), name, ordinal, **given)


def _store(
    store: Store, groups: Sequence[CodeGroup], before: Sequence[Code], after: Sequence[Code], *, what: str
) -> None:
    """Store what changed of the codes, when the codebook is sound with it, as its next version."""
    check_codebook(groups, after)
    _check_shortcuts(after)
    old, new = {each.id: each for each in before}, {each.id: each for each in after}
    if old == new:
        return
    keep_version(store, what)
    store.add(*(each for key, each in new.items() if key not in old))
    store.replace(*(each for key, each in new.items() if key in old and old[key] != each))
    store.remove(*(each for key, each in old.items() if key not in new))


def _check_shortcuts(codes: Iterable[Code]) -> None:
    seen: dict[str, Code] = {}
    for each in codes:
        if each.shortcut and not each.retired:
            if each.shortcut in seen:
                raise DoubledShortcut(shortcut=each.shortcut, first=seen[each.shortcut].name, second=each.name)
            seen[each.shortcut] = each


def _touched(store: Store, changes: Mapping[str, str]) -> Touched:
    pairs = recode(_carrying(store, changes), changes)
    elsewhere: dict[str, int] = {}
    for before, _after in renamed_uses(store, changes):
        elsewhere[type(before).__name__] = elsewhere.get(type(before).__name__, 0) + 1
    doubled = sum(after is None for _before, after in pairs)
    return Touched(len(pairs) - doubled, doubled, elsewhere)


def _carrying(store: Store, changes: Mapping[str, str]) -> tuple[Coding, ...]:
    """The codings that carry one of these codes, before or after, or are about such an actor."""
    found: dict[str, Coding] = {}
    for key in {*changes, *changes.values()}:
        for each in (*store.find(Coding, code=key), *store.find(Coding, actor=key)):
            found[each.id] = each
    return tuple(sorted(found.values(), key=lambda each: (each.document_id, each.start, each.end, each.id)))


def _recode(store: Store, changes: Mapping[str, str]) -> None:
    from workbench.actions.rewriting import drop_codings

    pairs = recode(_carrying(store, changes), changes)
    store.replace(*(after for _before, after in pairs if after is not None))
    doubled = [before for before, after in pairs if after is None]
    drop_codings(store, [each.id for each in doubled])
    store.remove(*doubled)


def _rename(store: Store, changes: Mapping[str, str]) -> None:
    """Let everything else name the other code; two summaries of one person and code become one."""
    for before, after in list(renamed_uses(store, changes)):
        same = (
            store.find(FrameworkSummary, participant_id=after.participant_id, code=after.code)
            if isinstance(after, FrameworkSummary)
            else ()
        )
        if same:
            store.remove(before)
            store.replace(replace(same[0], text=f"{same[0].text}\n\n{before.text}"))
        else:
            store.replace(after)
