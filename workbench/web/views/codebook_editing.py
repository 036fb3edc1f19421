"""Editing codes and groups: forms for one code, for a merge after a look at it, for a split, and for other words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from coding.aliases import CodeAlias
from coding.codebook import Code, CodeGroup, code_paths, in_tree_order
from coding.codebook_rows import field_text, parse_field
from study.errors import StudyError
from workbench.actions import codebook_editing as editing
from workbench.actions.codebook_versions import codebook_at, list_versions
from workbench.actions.step_words import step_words
from workbench.actions.undoing import undo_step
from workbench.web.desk import Desk, DeskOf
from workbench.web.errors import CodeNotFound
from workbench.web.forms import FormOf, texts_in
from workbench.web.pages import show
from workbench.web.passages import passages_of
from workbench.web.problems import status_of
from workbench.web.visitors import Visitor, VisitorOf

router = APIRouter()
SEE_OTHER = 303
FIELDS = ("group", "name", "parent", "definition", "include", "exclude", "example", "colour", "shortcut")
MOST_TICKS = 500
"""So many passages can be ticked at once in a split."""


@router.get("/codeboek/nieuw")
def new_code(request: Request, desk: DeskOf, groep: str = "") -> Response:
    """The form of a new code."""
    return _form(request, desk, None, {"group": groep})


@router.post("/codeboek/nieuw")
def add_code(request: Request, desk: DeskOf, visitor: VisitorOf, form: FormOf) -> Response:
    """Add the code."""
    return _save(request, desk, visitor, None, texts_in(form))


@router.get("/codeboek/versies")
def show_versions(request: Request, desk: DeskOf, nummer: int = 0) -> Response:
    """Which versions there were, and one of them as it was."""
    versions = list_versions(desk.study)
    groups: Any = ()
    codes: Any = ()
    if nummer:
        with desk.study.reading() as store:
            groups, codes = codebook_at(store, nummer)
    ordered = in_tree_order(groups, codes)
    return show(
        request,
        "codebook_versions.html",
        versions=versions,
        number=nummer,
        groups=[(group, [each for each in ordered if each.group == group.key]) for group in groups],
        paths=code_paths(codes),
        step_words=step_words,
    )


@router.post("/codeboek/ongedaan")
def undo_change(desk: DeskOf, visitor: VisitorOf, stap: Annotated[str, Form()]) -> Response:
    """Take the newest change of the codebook back."""
    undo_step(desk.study, stap, by=visitor.named(known=desk.coders))
    return RedirectResponse("/codeboek/versies", SEE_OTHER)


@router.get("/codeboek/groep")
def show_group(request: Request, desk: DeskOf, sleutel: str = "") -> Response:
    """The form of a group."""
    group = next((each for each in desk.records(CodeGroup) if each.key == sleutel), None)
    return _group_form(request, group, {})


@router.post("/codeboek/groep")
def save_group(request: Request, desk: DeskOf, visitor: VisitorOf, form: FormOf) -> Response:
    """Add or change the group."""
    values = texts_in(form)
    group = next((each for each in desk.records(CodeGroup) if each.key == values.get("sleutel")), None)
    fields = [parse_field(line) for line in values.get("velden", "").splitlines() if line.strip()]
    try:
        editing.save_group(
            desk.study,
            group.key if group else None,
            values.get("label", ""),
            substantive="substantive" in values,
            fields=fields,
            by=visitor.named(known=desk.coders),
        )
    except StudyError as problem:
        return _group_form(request, group, values, problem)
    return RedirectResponse("/codeboek", SEE_OTHER)


@router.get("/codeboek/{key}/bewerken")
def edit_code(request: Request, desk: DeskOf, key: str) -> Response:
    """The form of a code."""
    return _form(request, desk, _code(desk, key), {})


@router.post("/codeboek/{key}/bewerken")
def change_code(request: Request, desk: DeskOf, visitor: VisitorOf, form: FormOf, key: str) -> Response:
    """Change the code."""
    return _save(request, desk, visitor, _code(desk, key), texts_in(form))


@router.post("/codeboek/{key}/plaats")
def shift_code(desk: DeskOf, visitor: VisitorOf, key: str, kant: Annotated[str, Form()] = "omhoog") -> Response:
    """One place up or down."""
    return _do(lambda by: editing.shift_code(desk.study, key, up=kant == "omhoog", by=by), desk, visitor, key)


@router.post("/codeboek/{key}/vervallen")
def retire_code(desk: DeskOf, visitor: VisitorOf, key: str, weer: Annotated[str, Form()] = "") -> Response:
    """Offer the code no more, or again."""
    return _do(lambda by: editing.retire_code(desk.study, key, retired=not weer, by=by), desk, visitor, key)


@router.post("/codeboek/{key}/weg")
def remove_code(desk: DeskOf, visitor: VisitorOf, key: str) -> Response:
    """Take away a code that nothing uses."""
    editing.remove_code(desk.study, key, by=visitor.named(known=desk.coders))
    return RedirectResponse("/codeboek", SEE_OTHER)


@router.post("/codeboek/{key}/woorden")
def save_aliases(desk: DeskOf, visitor: VisitorOf, key: str, woorden: Annotated[str, Form()] = "") -> Response:
    """Keep other words for the code: one a line, after a perspective and a colon where only that one says so."""
    known = {each.label.casefold(): each.key for each in desk.settings.perspectives}
    known |= {each.key.casefold(): each.key for each in desk.settings.perspectives}
    pairs = []
    for line in woorden.splitlines():
        who, colon, words = line.partition(":")
        whose = known.get(who.strip().casefold()) if colon else None
        pairs.append((whose, words if whose else line))
    return _do(lambda by: editing.save_aliases(desk.study, key, pairs, by=by), desk, visitor, key)


@router.get("/codeboek/{key}/samenvoegen")
def look_at_merge(request: Request, desk: DeskOf, key: str, met: str = "") -> Response:
    """What it would come to when this code goes into another."""
    touched = editing.preview_merge(desk.study, [key], into=met) if met else None
    return show(
        request, "code_merge.html", code=_code(desk, key), into=met, touched=touched, choices=_choices(desk, key)
    )


@router.post("/codeboek/{key}/samenvoegen")
def merge_code(desk: DeskOf, visitor: VisitorOf, key: str, met: Annotated[str, Form()]) -> Response:
    """Let this code go into another."""
    return _do(lambda by: editing.merge(desk.study, [key], into=met, by=by), desk, visitor, met)


@router.get("/codeboek/{key}/splitsen")
def look_at_split(request: Request, desk: DeskOf, key: str, zoek: str = "") -> Response:
    """The passages of a code to tick for a new one."""
    return _split_form(request, desk, _code(desk, key), zoek)


@router.post("/codeboek/{key}/splitsen")
def split_code(request: Request, desk: DeskOf, visitor: VisitorOf, form: FormOf, key: str) -> Response:
    """Give the ticked passages to a new code."""
    ticked = [each for each in form.getlist("codering") if isinstance(each, str)]
    name = str(form.get("naam", ""))
    try:
        made = editing.split(desk.study, key, name, ticked, by=visitor.named(known=desk.coders))
    except StudyError as problem:
        return _split_form(request, desk, _code(desk, key), "", name, ticked, problem)
    return RedirectResponse(f"/codeboek/{quote(made.key)}", SEE_OTHER)


def _code(desk: Desk, key: str) -> Code:
    code = next((each for each in desk.records(Code) if each.key == key), None)
    if code is None:
        raise CodeNotFound(name=key)
    return code


def _do(change: Callable[[str], object], desk: Desk, visitor: Visitor, key: str) -> Response:
    change(visitor.named(known=desk.coders))
    return RedirectResponse(f"/codeboek/{quote(key)}/bewerken", SEE_OTHER)


def _save(request: Request, desk: Desk, visitor: Visitor, code: Code | None, values: dict[str, str]) -> Response:
    given = {name: values[name] for name in FIELDS if name in values}
    if values.get("eigen_kleur") is None and "colour" in given:
        given["colour"] = ""
    try:
        made = editing.save_code(desk.study, code.key if code else None, given, by=visitor.named(known=desk.coders))
    except StudyError as problem:
        return _form(request, desk, code, values, problem)
    return RedirectResponse(f"/codeboek#code-{quote(made.key)}", SEE_OTHER)


def _form(
    request: Request, desk: Desk, code: Code | None, values: dict[str, str], problem: StudyError | None = None
) -> Response:
    aliases = [each for each in desk.records(CodeAlias) if code and each.code == code.key]
    labels = {each.key: each.label for each in desk.settings.perspectives}
    lines = [
        f"{labels.get(each.perspective, each.perspective)}: {each.words}" if each.perspective else each.words
        for each in aliases
    ]
    kept = {name: getattr(code, name) or "" for name in FIELDS} if code else dict.fromkeys(FIELDS, "")
    return show(
        request,
        "code_edit.html",
        status=status_of(problem) if problem else 200,
        sentence=str(problem) if problem else "",
        code=code,
        values=kept | {name: values[name] for name in FIELDS if name in values},
        groups=desk.records(CodeGroup),
        choices=_choices(desk, code.key if code else None),
        aliases="\n".join(lines),
    )


def _group_form(
    request: Request, group: CodeGroup | None, values: dict[str, str], problem: StudyError | None = None
) -> Response:
    fields = "\n".join(field_text(each) for each in group.fields) if group else ""
    return show(
        request,
        "code_group.html",
        status=status_of(problem) if problem else 200,
        sentence=str(problem) if problem else "",
        group=group,
        label=values.get("label", group.label if group else ""),
        fields=values.get("velden", fields),
    )


def _choices(desk: Desk, key: str | None) -> list[tuple[str, str]]:
    """The codes that another can hang under or go into, with their group and full name."""
    codes = desk.records(Code)
    paths, labels = code_paths(codes), {each.key: each.label for each in desk.records(CodeGroup)}
    ordered = in_tree_order(desk.records(CodeGroup), codes)
    return [
        (each.key, f"{labels.get(each.group, each.group)}: {paths[each.key]}") for each in ordered if each.key != key
    ]


def _split_form(
    request: Request,
    desk: Desk,
    code: Code,
    query: str,
    name: str = "",
    ticked: list[str] | None = None,
    problem: StudyError | None = None,
) -> Response:
    table = desk.material.passages
    found = table.loc[table["code"] == code.key].drop_duplicates("coding_id")
    if query.strip():
        found = found[found["text"].str.contains(query.strip(), case=False, regex=False)]
    ids = found["coding_id"].tolist()
    return show(
        request,
        "code_split.html",
        status=status_of(problem) if problem else 200,
        sentence=str(problem) if problem else "",
        code=code,
        ids=ids[:MOST_TICKS],
        passages=passages_of(desk, ids[:MOST_TICKS]),
        total=len(ids),
        query=query,
        name=name,
        ticked=ticked or [],
    )
