"""Coding many passages at once from the coding page: first a look at them, then one step."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from starlette.responses import JSONResponse, Response

from workbench.actions.bulk_coding import Chosen, Passage, code_many, preview_many
from workbench.actions.coding_steps import Asked, Putting
from workbench.web.coding_forms import ManyForm, ManyStep
from workbench.web.desk import Desk, DeskOf
from workbench.web.visitors import VisitorOf

router = APIRouter()
LISTED = 300
"""So many passages are listed; all of them are coded."""
SHORT = 200


@router.post("/codeer/{document_id}/alles/voorbeeld")
def look_at_many(desk: DeskOf, visitor: VisitorOf, document_id: str, wanted: ManyForm) -> Response:
    """The passages that would be coded."""
    found = preview_many(desk.study, _chosen(wanted, document_id), by=visitor.named(known=desk.coders))
    return JSONResponse(
        {
            "count": len(found.passages),
            "documents": found.documents,
            "already": found.already(wanted.code),
            "passages": [_passage(desk, each) for each in found.passages[:LISTED]],
        }
    )


@router.post("/codeer/{document_id}/alles")
def take_many(desk: DeskOf, visitor: VisitorOf, document_id: str, wanted: ManyStep) -> Response:
    """Code them, in one step that is undone as one."""
    asked = Asked(wanted.id, document_id, wanted.seen, None, visitor.named(known=desk.coders))
    putting = Putting((), [wanted.code] if wanted.code else [], wanted.given())
    done, number = code_many(desk.study, asked, _chosen(wanted, document_id, wanted.without), putting)
    return JSONResponse({"step": done.step, "revision": done.revision, "count": number})


def _chosen(wanted: ManyForm, document_id: str, without: Any = ()) -> Chosen:
    return Chosen(wanted.by, wanted.value, document_id if wanted.where == "document" else None, without)


def _passage(desk: Desk, each: Passage) -> dict[str, Any]:
    """A passage as the page lists it; its place is given back as it is, in code points of its own document."""
    words = each.document.text[each.segment.start : each.segment.end]
    person = desk.voices.get(each.segment.participant_id or "")
    return {
        "document": each.document.id,
        "title": each.document.title,
        "start": each.segment.start,
        "end": each.segment.end,
        "speaker": person.code if person else each.segment.speaker or "",
        "text": words if len(words) <= SHORT else f"{words[:SHORT]}…",
        "has": sorted(each.has),
    }
