"""The colours of codes and perspectives as a style sheet: pages hold no styles of their own."""

from __future__ import annotations

import re

from fastapi import APIRouter
from starlette.responses import Response

from coding.codebook import Code, CodeGroup, in_tree_order
from workbench.web.desk import Desk, DeskOf

router = APIRouter()
PALETTE = (
    *("#9b1c31", "#00629b", "#a15c00", "#2e7d4f", "#6b3fa0", "#00767a", "#b0400a", "#4a5f7a", "#8a3a6b", "#5c6b1e"),
)
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
UNKNOWN = "k0"


@router.get("/kleuren.css")
def colour_sheet(desk: DeskOf) -> Response:
    """A class for every code and perspective that sets its colour."""
    codes = (f".{name} {{ --mark: {colour}; }}" for name, colour in sorted(set(code_colours(desk).values())))
    people = (
        f".{perspective_class(place)} {{ --mark: {each.colour}; }}"
        for place, each in enumerate(desk.settings.perspectives)
        if COLOUR.fullmatch(each.colour)
    )
    return Response("\n".join((*codes, *people)) + "\n", media_type="text/css; charset=utf-8")


def code_classes(desk: Desk) -> dict[str, str]:
    """The class of each code (key)."""
    return {key: name for key, (name, _) in code_colours(desk).items()}


def code_colours(desk: Desk) -> dict[str, tuple[str, str]]:
    """The class and colour of each code: its own, that of the code above it, or the next of the palette."""
    return desk.kept("colours", (Code, CodeGroup), lambda: _colours(desk))


def _colours(desk: Desk) -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    tops = 0
    for place, code in enumerate(in_tree_order(desk.records(CodeGroup), desk.records(Code)), start=1):
        if code.colour:
            colour = code.colour
        elif code.parent in found:
            colour = found[code.parent][1]
        else:
            colour = PALETTE[tops % len(PALETTE)]
            tops += 1
        found[code.key] = f"k{place}", colour
    return found


def perspective_class(place: int) -> str:
    """The class of the perspective with this place in the settings."""
    return f"p{place}"
