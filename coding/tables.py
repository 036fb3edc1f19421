"""The tables of coding."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, func, select, union

from coding.adjudication import Adjudication
from coding.aliases import CodeAlias
from coding.codebook import Code, CodeGroup
from coding.codings import Coding
from coding.framework import FrameworkSummary
from coding.memos import Memo
from coding.rounds import CodingRound, RoundUnit
from coding.suggestions import Suggestion
from coding.versions import CodebookVersion
from corpus.tables import documents, participants
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
    indexes=(("document_id", "start"), ("code",), ("coder",)),
    order=("document_id", "start", "end", "coder", "code"),
    analytic=True,
)
memos = bind(Memo, "memo", indexes=(("about_kind", "about_id"),), order=("made_at", "id"), analytic=True)
versions = bind(CodebookVersion, "codebook_version", unique=(("number",),), order=("number",))
aliases = bind(CodeAlias, "code_alias", indexes=(("code",),), order=("code", "words", "id"), analytic=True)
rounds = bind(CodingRound, "coding_round", order=("opened_at", "id"), analytic=True)
round_units = bind(
    RoundUnit,
    "round_unit",
    references={"round_id": rounds.name, "document_id": documents.name},
    indexes=(("round_id",), ("document_id", "start")),
    order=("round_id", "document_id", "start", "end"),
)
adjudications = bind(
    Adjudication,
    "adjudication",
    references={"round_id": rounds.name, "document_id": documents.name},
    indexes=(("round_id",), ("document_id", "start")),
    order=("round_id", "document_id", "start", "end", "code"),
    analytic=True,
)
suggestions = bind(
    Suggestion,
    "suggestion",
    references={"document_id": documents.name},
    indexes=(("document_id", "start"),),
    order=("document_id", "start", "end", "code", "method"),
    analytic=True,
)
summaries = bind(
    FrameworkSummary,
    "framework_summary",
    references={"participant_id": participants.name},
    unique=(("participant_id", "code"),),
    order=("participant_id", "code"),
    analytic=True,
)


def coders_of_documents() -> Select[Any]:
    """Of each document (id) how many codings every coder made."""
    by = (codings.c.document_id, codings.c.coder)
    return select(*by, func.count().label("codings")).group_by(*by).order_by(*by)


def codes_in_use() -> Select[Any]:
    """Every code (key) that is put or proposed somewhere, once."""
    put = union(select(codings.c.code).where(codings.c.code.is_not(None)), select(suggestions.c.code)).subquery()
    return select(put.c.code)


def newest_version() -> Select[Any]:
    """The number of the newest version of the codebook; 0 when none was kept."""
    return select(func.coalesce(func.max(versions.c.number), 0).label("number"))


def coders_so_far() -> Select[Any]:
    """Everybody who coded, in order: each found by one step in the index, not by reading all codings."""
    first = select(func.min(codings.c.coder).label("coder")).cte("coders", recursive=True)
    after = select(func.min(codings.c.coder)).where(codings.c.coder > first.c.coder).scalar_subquery()
    every = first.union_all(select(after).where(first.c.coder.is_not(None)))
    return select(every.c.coder).where(every.c.coder.is_not(None)).order_by(every.c.coder)
