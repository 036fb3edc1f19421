"""The register of the material: every instrument with who, when, how many and what is known about bias."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from corpus.documents import Document
from corpus.guides import Guide
from corpus.instruments import Instrument, InstrumentKind
from study.errors import NotFound, StudyError
from workbench.actions.instruments import (
    FIELDS,
    TEXTS,
    import_instruments,
    read_instruments,
    remove_instrument,
    save_instrument,
)
from workbench.web.desk import Desk, DeskOf
from workbench.web.forms import FormOf, carried, texts_in
from workbench.web.pages import show
from workbench.web.problems import status_of
from workbench.web.visitors import VisitorOf, remember

router = APIRouter()
SEE_OTHER = 303


@dataclass(frozen=True, slots=True)
class Registered:
    """A row of the register with what rests on it."""

    instrument: Instrument
    documents: int
    guides: int


@router.get("/materiaal")
def show_register(request: Request, desk: DeskOf, binnen: int = 0) -> Response:
    """Every instrument in its order, and how many a sheet just brought in."""
    return _list(request, desk, brought_in=binnen)


def _list(request: Request, desk: Desk, *, status: int = 200, **values: object) -> Response:
    rows = rows_of(desk)
    return show(
        request,
        "register.html",
        status=status,
        rows=rows,
        without_bias=[each.instrument for each in rows if not each.instrument.bias.strip()],
        labels={each.key: each.label for each in desk.settings.perspectives},
        **{"preview": None, "sentence": "", "brought_in": 0, **values},
    )


def rows_of(desk: Desk) -> list[Registered]:
    """The instruments with their numbers of documents and topic lists."""
    documents = [each.instrument_id for each in desk.records(Document)]
    guides = [each.instrument_id for each in desk.records(Guide)]
    return [
        Registered(each, documents.count(each.id), guides.count(each.id))
        for each in sorted(desk.records(Instrument), key=lambda each: (each.ordinal, each.title))
    ]


@router.get("/materiaal/nieuw")
def show_new(request: Request, desk: DeskOf) -> Response:
    """The form for an instrument that is not there yet."""
    return _form(request, desk, None, {})


@router.post("/materiaal")
def add(request: Request, desk: DeskOf, visitor: VisitorOf, form: FormOf) -> Response:
    """Store a new instrument; what cannot be stored comes back in the form with the reason."""
    return _save(request, desk, visitor.named(texts_in(form).get("naam")), texts_in(form), None)


@router.post("/materiaal/blad")
def bring_in(request: Request, desk: DeskOf, visitor: VisitorOf, form: FormOf) -> Response:
    """Show what a sheet would bring in; with the confirmation, bring it in."""
    name, file = visitor.named(texts_in(form).get("naam")), carried(form)
    try:
        with file.put_down() as path:
            if "bevestigd" in form:
                stored = import_instruments(desk.study, path, by=name)
                return _back(f"/materiaal?binnen={len(stored.instruments)}", name)
            preview = read_instruments(path, desk.settings, desk.records(Instrument))
        known = {each.key for each in desk.records(Instrument)}
        return _list(request, desk, preview=preview, file=file, known=known)
    except StudyError as problem:
        return _list(request, desk, status=status_of(problem), sentence=str(problem))


@router.get("/materiaal/instrument/{key}")
def show_instrument(request: Request, desk: DeskOf, key: str) -> Response:
    """The form of one instrument."""
    instrument = find_instrument(desk, key)
    return _form(request, desk, instrument, values_of(instrument))


@router.post("/materiaal/instrument/{key}")
def change(request: Request, desk: DeskOf, visitor: VisitorOf, form: FormOf, key: str) -> Response:
    """Store what changed of an instrument."""
    values = texts_in(form)
    return _save(request, desk, visitor.named(values.get("naam")), values, find_instrument(desk, key))


@router.post("/materiaal/instrument/{key}/weg")
def remove(request: Request, desk: DeskOf, visitor: VisitorOf, form: FormOf, key: str) -> Response:
    """Take an instrument out of the register."""
    name, instrument = visitor.named(texts_in(form).get("naam")), find_instrument(desk, key)
    try:
        remove_instrument(desk.study, key, by=name)
    except StudyError as problem:
        return _form(request, desk, instrument, values_of(instrument), problem)
    return _back("/materiaal", name)


def find_instrument(desk: Desk, key: str) -> Instrument:
    """The instrument with this key; raises `NotFound`."""
    for each in desk.records(Instrument):
        if each.key == key:
            return each
    raise NotFound(kind=Instrument.__name__, name=key)


def values_of(instrument: Instrument) -> dict[str, str]:
    """The instrument as the fields of its form."""
    plain = {name: getattr(instrument, name) for name in FIELDS if name not in ("order", "kind")}
    plain |= {"order": instrument.ordinal, "kind": instrument.kind.value}
    return {name: "" if value is None else str(value) for name, value in plain.items()}


def _save(
    request: Request, desk: Desk, name: str, values: Mapping[str, str], instrument: Instrument | None
) -> Response:
    fields = {each: values.get(each, "") for each in FIELDS}
    try:
        save_instrument(desk.study, fields, key=instrument.key if instrument else None, by=name)
    except StudyError as problem:
        return _form(request, desk, instrument, fields, problem)
    return _back("/materiaal", name)


def _form(
    request: Request,
    desk: Desk,
    instrument: Instrument | None,
    values: Mapping[str, str],
    problem: StudyError | None = None,
) -> Response:
    return show(
        request,
        "instrument.html",
        status=status_of(problem) if problem else 200,
        instrument=instrument,
        values={**dict.fromkeys(FIELDS, ""), **values},
        names=FIELDS,
        texts=TEXTS,
        kinds=tuple(InstrumentKind),
        perspectives=desk.settings.perspectives,
        sentence=str(problem) if problem else "",
        in_use=instrument is not None and any(each.instrument_id == instrument.id for each in desk.records(Document)),
    )


def _back(address: str, name: str) -> Response:
    answer = RedirectResponse(address, SEE_OTHER)
    remember(answer, name=name)
    return answer
