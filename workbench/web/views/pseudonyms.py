"""The pseudonyms: how far each document is, and one document with its names to decide about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Any

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from corpus.documents import DocumentStatus
from corpus.names.proposals import Style
from corpus.replacements import NameKind
from workbench import name_words
from workbench.actions.checking import mark_checked
from workbench.actions.name_groups import Group, Review, form_key, words_around
from workbench.actions.pseudonyms import Pseudonyms
from workbench.actions.replacing import Replaced, apply_decisions
from workbench.errors import NameNotThere
from workbench.web.desk import Desk, DeskOf
from workbench.web.errors import NothingSelected
from workbench.web.forms import FormOf
from workbench.web.found_names import FoundNames, FoundNamesOf
from workbench.web.pages import is_fragment, show
from workbench.web.visitors import VisitorOf, remember

router = APIRouter()
SEE_OTHER = 303
HERE = "/namen"
FEW = 3
"""So many places of a name are shown at once; the others open."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place of a name: where it begins, the words around it, and whether it is replaced there."""

    start: int
    before: str
    word: str
    after: str
    stays: bool


@dataclass(frozen=True, slots=True)
class ShownGroup:
    """A name as it is shown: under a mark that says nothing of it."""

    mark: str
    group: Group
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the whole text; a name has the mark of its group."""

    text: str
    mark: str = ""
    is_accepted: bool = False


@router.get(HERE)
def list_documents(request: Request, desk: DeskOf, found: FoundNamesOf, vervangen: int = -1) -> Response:
    """How far each document is."""
    names = Pseudonyms(desk.study)
    rows = tuple(found.reviews(names))
    return show(
        request,
        "names.html",
        rows=rows,
        waiting=sum(len(review.accepted) for _document, review in rows if review),
        unseen=sum(review is None for _document, review in rows),
        checked=sum(document.status is DocumentStatus.CHECKED for document, _review in rows),
        style=names.key.style,
        styles=tuple(Style),
        kinds=tuple(NameKind),
        key=len(names.key.entries),
        name_words=name_words,
        replaced=vervangen,
    )


@router.post(f"{HERE}/stijl")
def choose_style(desk: DeskOf, stijl: Annotated[str, Form()]) -> Response:
    """Choose what new pseudonyms of people look like."""
    Pseudonyms(desk.study).choose_style(Style(stijl) if stijl in tuple(Style) else Style.LETTERS)
    return RedirectResponse(HERE, SEE_OTHER)


@router.post(f"{HERE}/sleutel")
def add_to_key(
    desk: DeskOf,
    woord: Annotated[str, Form()] = "",
    soort: Annotated[str, Form()] = NameKind.EMPLOYER,
    pseudoniem: Annotated[str, Form()] = "",
) -> Response:
    """Put a name in the key, so that it is found everywhere."""
    if not woord.strip():
        raise NothingSelected
    Pseudonyms(desk.study).add(" ".join(woord.split()), _kind(soort) or NameKind.OTHER, pseudoniem.strip() or None)
    return RedirectResponse(HERE, SEE_OTHER)


@router.post(f"{HERE}/vervangen")
def replace_everywhere(desk: DeskOf, visitor: VisitorOf, naam: Annotated[str, Form()] = "") -> Response:
    """Replace what was accepted in every document."""
    name = visitor.named(naam)
    names = Pseudonyms(desk.study)
    done = apply_decisions(names, names.documents(), by=name)
    answer = RedirectResponse(f"{HERE}?vervangen={done.places}", SEE_OTHER)
    remember(answer, name=name)
    return answer


@router.get(f"{HERE}/{{document_id}}")
def show_document(request: Request, desk: DeskOf, found: FoundNamesOf, document_id: str) -> Response:
    """A document with its names, the most certain first."""
    return _page(request, desk, found, document_id)


@router.post(f"{HERE}/{{document_id}}/besluit")
def decide(request: Request, desk: DeskOf, found: FoundNamesOf, document_id: str, form: FormOf) -> Response:
    """Keep what was decided about one name."""
    names = Pseudonyms(desk.study)
    given = {key: str(form.get(key, "")) for key in ("vorm", "besluit", "soort", "soort_was", "pseudoniem", "was")}
    before = _find(found.review(names, document_id), given["vorm"])
    if given["besluit"] == "terug":
        names.undecide(document_id, before.form)
    elif given["besluit"] == "afwijzen":
        names.reject(document_id, [before.form])
    else:
        _accept(names, document_id, before, given, {int(str(each)) for each in form.getlist("plek")})
    review = found.review(names, document_id)
    group = _find(review, before.form)
    if not is_fragment(request):
        return RedirectResponse(f"{HERE}/{document_id}#{_mark(names, group)}", SEE_OTHER)
    return show(request, "name_decided.html", each=_shown(names, review, group), **_standing(review))


@router.post(f"{HERE}/{{document_id}}/soort")
def accept_kind(desk: DeskOf, found: FoundNamesOf, document_id: str, soort: Annotated[str, Form()] = "") -> Response:
    """Accept every open name of one kind as it is proposed."""
    names = Pseudonyms(desk.study)
    forms = [each.form for each in found.review(names, document_id).open if each.kind.value == soort]
    names.accept(document_id, forms)
    return RedirectResponse(f"{HERE}/{document_id}", SEE_OTHER)


@router.post(f"{HERE}/{{document_id}}/woord")
def mark_word(
    desk: DeskOf, document_id: str, woord: Annotated[str, Form()] = "", soort: Annotated[str, Form()] = ""
) -> Response:
    """Mark words that no rule found."""
    if not woord.strip():
        raise NothingSelected
    names = Pseudonyms(desk.study)
    names.accept(document_id, [" ".join(woord.split())], kind=_kind(soort))
    return RedirectResponse(f"{HERE}/{document_id}", SEE_OTHER)


@router.post(f"{HERE}/{{document_id}}/vervangen")
def replace_names(
    request: Request,
    desk: DeskOf,
    visitor: VisitorOf,
    found: FoundNamesOf,
    document_id: str,
    naam: Annotated[str, Form()] = "",
) -> Response:
    """Replace what was accepted in this document."""
    name = visitor.named(naam)
    done = apply_decisions(Pseudonyms(desk.study), [document_id], by=name)
    answer = _page(request, desk, found, document_id, done=done)
    remember(answer, name=name)
    return answer


@router.post(f"{HERE}/{{document_id}}/nagekeken")
def check(
    desk: DeskOf,
    visitor: VisitorOf,
    document_id: str,
    naam: Annotated[str, Form()] = "",
    ruw: Annotated[str, Form()] = "",
) -> Response:
    """Write down that a person looked the document through, or that this has to be done again."""
    name = visitor.named(naam)
    mark_checked(desk.study, [document_id], by=name, checked=not ruw)
    answer = RedirectResponse(f"{HERE}/{document_id}" if ruw else HERE, SEE_OTHER)
    remember(answer, name=name)
    return answer


def _page(
    request: Request, desk: Desk, found: FoundNames, document_id: str, *, done: Replaced | None = None
) -> Response:
    names = Pseudonyms(desk.study)
    review = found.review(names, document_id)
    shown = [_shown(names, review, each) for each in review.groups]
    return show(
        request,
        "names_document.html",
        shown=shown,
        pieces=tuple(_pieces(review, shown)),
        done=done,
        **_standing(review),
    )


def _standing(review: Review) -> dict[str, Any]:
    """How far the review is, and the words that every part of the page needs."""
    return {
        "review": review,
        "document": review.document,
        "open_kinds": Counter(each.kind for each in review.open),
        "places": sum(not each.stays(place) for each in review.accepted for place in each.places),
        "kinds": tuple(NameKind),
        "few": FEW,
        "name_words": name_words,
    }


def _shown(names: Pseudonyms, review: Review, group: Group) -> ShownGroup:
    text = review.document.text
    places = (Place(each.start, *words_around(text, each), group.stays(each)) for each in group.places)
    return ShownGroup(_mark(names, group), group, tuple(places))


def _mark(names: Pseudonyms, group: Group) -> str:
    return f"n-{names.vault.seal(form_key(group.form))}"


def _pieces(review: Review, shown: Sequence[ShownGroup]) -> Iterator[Piece]:
    """The whole text, cut at the names."""
    text, place = review.document.text, 0
    spans = [(found, each) for each in shown for found in each.group.places]
    for found, each in sorted(spans, key=lambda both: both[0].start):
        yield Piece(text[place : found.start])
        yield Piece(text[found.start : found.end], each.mark, each.group.is_accepted)
        place = found.end
    yield Piece(text[place:])


def _find(review: Review, form: str) -> Group:
    for each in review.groups:
        if form_key(each.form) == form_key(form):
            return each
    raise NameNotThere(document=review.document.source)


def _accept(names: Pseudonyms, document_id: str, group: Group, given: dict[str, str], ticked: set[int]) -> None:
    """Accept a name with the kind and the pseudonym of the form, at the places that are ticked.

    A pseudonym that was left as proposed follows the kind when that was changed.
    """
    kind, pseudonym = _kind(given["soort"]) or group.kind, given["pseudoniem"].strip()
    is_own = pseudonym and (pseudonym != given["was"] or kind.value == given["soort_was"])
    names.accept(document_id, [group.form], kind=kind, pseudonym=pseudonym if is_own else None)
    decision = _find(names.review(document_id), group.form).decision
    stays = frozenset(each.start for each in group.places) - ticked
    if decision is not None:
        names.decide(document_id, [replace(decision, but_not=stays)])


def _kind(word: str) -> NameKind | None:
    return NameKind(word) if word in tuple(NameKind) else None
