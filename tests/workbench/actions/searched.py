"""Small documents to search in, as the tests of searching and of the pages make them."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.documents import Document, DocumentKind
from corpus.segments import Role, Segment, Unit
from study.folder import Study
from workbench.actions.indexing import index_documents


def put_turns(study: Study, name: str, turns: Sequence[str], *, role: Role = Role.RESPONDENT) -> None:
    """A document of this name with these turns, indexed."""
    document = Document(
        name, name, "\n".join(turns), DocumentKind.TRANSCRIPT, None, None, "nl", None, f"{name}.vtt", name
    )
    segments, start = [], 0
    for number, turn in enumerate(turns):
        end = start + len(turn)
        segments.append(Segment(f"{name}-{number}", name, number, Unit.TURN, start, end, speaker="R1", role=role))
        start = end + 1
    with study.store(by="m") as store:
        store.add(document, *segments)
        index_documents(store, (document,), segments)
