"""The tables of coding."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, func, select

from coding.codebook import Code, CodeGroup
from coding.codings import Coding
from coding.memos import Memo
from corpus.tables import documents
from study.records import bind

code_groups = bind(CodeGroup, "code_group", unique=(("key",),), order=("ordinal", "key"), analytic=True)
codes = bind(
    Code,
    "code",
    unique=(("key",),),
    indexes=(("group",),),
    order=("group", "ordinal", "key"),
    analytic=True,
)
codings = bind(
    Coding,
    "coding",
    references={"document_id": documents.name},
    indexes=(("document_id", "start"), ("code",)),
    order=("document_id", "start", "end", "coder", "code"),
    analytic=True,
)
memos = bind(Memo, "memo", indexes=(("about_kind", "about_id"),), order=("made_at", "id"))


def coders_of_documents() -> Select[Any]:
    """Of each document (id) how many codings every coder made."""
    by = (codings.c.document_id, codings.c.coder)
    return select(*by, func.count().label("codings")).group_by(*by).order_by(*by)
