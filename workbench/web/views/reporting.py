"""The report: made here, with its progress to look at, and what there is to take away."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import FileResponse, RedirectResponse, Response

from workbench.actions.reporting import write_report
from workbench.web.desk import Desk, DeskOf
from workbench.web.errors import OutputNotFound
from workbench.web.pages import show
from workbench.web.visitors import VisitorOf, remember
from workbench.web.work import WorkState

router = APIRouter()
SEE_OTHER = 303
WORK = "rapport"
FORMS = {".docx": "Word", ".pdf": "PDF", ".html": "HTML"}
FIGURES = "figuren"
PICTURES = {".svg": "image/svg+xml", ".png": "image/png"}
OWN_STYLES = {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; font-src data:; sandbox"}
"""A drawing opened by itself may use the styles it holds, and nothing else."""


@dataclass(frozen=True, slots=True)
class Output:
    """A file that can be taken away; `name` is its path in the folder with reports."""

    name: str
    form: str
    kilobytes: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure in all its forms; `shown` is the one a page can show."""

    name: str
    shown: str
    forms: tuple[Output, ...]


@router.get("/rapport")
def show_report(request: Request, desk: DeskOf) -> Response:
    """What there is, and the button that makes it anew."""
    status = desk.work.about(WORK)
    return show(
        request,
        "report.html",
        going=status,
        busy=status.state is WorkState.BUSY,
        reports=[each for each in outputs(desk) if "/" not in each.name and each.form in FORMS.values()],
        pictures=pictures(desk),
        readable=bool(desk.fits or desk.journey.statements),
    )


@router.post("/rapport")
def make_report(desk: DeskOf, visitor: VisitorOf, naam: Annotated[str, Form()] = "") -> Response:
    """Begin to make the report; the page shows how far it is."""
    name = visitor.named(naam)
    desk.work.start(WORK, lambda progress: write_report(desk.study, desk.study.output, by=name, progress=progress))
    answer = RedirectResponse("/rapport", SEE_OTHER)
    remember(answer, name=name)
    return answer


@router.get("/rapport/{name:path}")
def take_away(desk: DeskOf, name: str) -> Response:
    """One file; a figure can be shown in a page, everything else is saved."""
    if name not in {each.name for each in outputs(desk)}:
        raise OutputNotFound(name=name)
    file = folder_of(desk) / name
    if file.suffix in PICTURES:
        return FileResponse(file, media_type=PICTURES[file.suffix], headers=OWN_STYLES)
    return FileResponse(file, filename=file.name)


def folder_of(desk: Desk) -> Path:
    """The folder with reports, which may not be there yet."""
    from study.folder import OUTPUT

    return desk.study.folder / OUTPUT


def outputs(desk: Desk) -> list[Output]:
    """All files in the folder with reports, by name; nothing hidden."""
    folder = folder_of(desk)
    files = sorted(each for each in folder.rglob("*") if each.is_file() and not each.name.startswith("."))
    return [
        Output(
            each.relative_to(folder).as_posix(),
            FORMS.get(each.suffix, each.suffix.removeprefix(".").upper()),
            -(-each.stat().st_size // 1024),
        )
        for each in files
    ]


def pictures(desk: Desk) -> list[Picture]:
    """The figures, each in the forms that there are."""
    found: dict[str, list[Output]] = {}
    for each in outputs(desk):
        path = Path(each.name)
        if path.parent.as_posix() == FIGURES:
            found.setdefault(path.stem, []).append(each)
    shown = {
        stem: next((each.name for suffix in PICTURES for each in forms if each.name.endswith(suffix)), "")
        for stem, forms in found.items()
    }
    return [Picture(stem, shown[stem], tuple(forms)) for stem, forms in found.items()]
