"""Findings, theory, evidence, improvement points, topics."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from study.records import UtcTime

revision = "0004_synthesis"
down_revision = "0003_coding"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "finding",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("perspective", sa.Text(), nullable=False),
        sa.Column("phase", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("wording", sa.Text(), nullable=False),
        sa.Column("passages", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("contra", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("topic", sa.Text(), nullable=True),
        sa.Column("actor", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("valence", sa.Text(), nullable=True),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("editor", sa.Text(), nullable=False),
        sa.Column("history", sa.JSON(none_as_null=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_finding")),
        sa.UniqueConstraint("key", name=op.f("uq_finding_key")),
    )
    op.create_index(op.f("ix_finding_perspective_phase"), "finding", ["perspective", "phase"], unique=False)
    op.create_table(
        "assumption",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("block", sa.Text(), nullable=False),
        sa.Column("statement", sa.Text(), nullable=False),
        sa.Column("elements", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("reconstructed_from", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("rivals", sa.JSON(none_as_null=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assumption")),
        sa.UniqueConstraint("key", name=op.f("uq_assumption_key")),
    )
    op.create_table(
        "theory_node",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("block", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_theory_node")),
        sa.UniqueConstraint("key", name=op.f("uq_theory_node_key")),
    )
    op.create_table(
        "theory_link",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("assumption", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_theory_link")),
        sa.UniqueConstraint("source", "target", name=op.f("uq_theory_link_source_target")),
    )
    op.create_table(
        "evidence",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("assumption", sa.Text(), nullable=False),
        sa.Column("stance", sa.Text(), nullable=False),
        sa.Column("coding_id", sa.Text(), nullable=True),
        sa.Column("document_id", sa.Text(), nullable=True),
        sa.Column("study", sa.Text(), nullable=True),
        sa.Column("quality", sa.Text(), nullable=True),
        sa.Column("relevance", sa.Text(), nullable=True),
        sa.Column("page", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["coding_id"], ["coding.id"], name=op.f("fk_evidence_coding_id")),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_evidence_document_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence")),
    )
    op.create_index(op.f("ix_evidence_assumption"), "evidence", ["assumption"], unique=False)
    op.create_table(
        "literature_search",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("assumptions", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("query", sa.Text(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("hits", sa.Integer(), nullable=False),
        sa.Column("read", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_literature_search")),
    )
    op.create_table(
        "override",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("assumption", sa.Text(), nullable=False),
        sa.Column("column", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("made_at", UtcTime(), nullable=False),
        sa.Column("inputs_hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_override")),
        sa.UniqueConstraint("assumption", "column", name=op.f("uq_override_assumption_column")),
    )
    op.create_table(
        "improvement_point",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("explanation", sa.Text(), nullable=False),
        sa.Column("findings", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("principles", sa.JSON(none_as_null=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_improvement_point")),
        sa.UniqueConstraint("key", name=op.f("uq_improvement_point_key")),
    )
    op.create_table(
        "topic_fit",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("policy", sa.Text(), nullable=False),
        sa.Column("seed", sa.Integer(), nullable=False),
        sa.Column("settings", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("corpus_hash", sa.Text(), nullable=False),
        sa.Column("topics", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("members", sa.JSON(none_as_null=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_topic_fit")),
    )


def downgrade() -> None:
    op.drop_table("topic_fit")
    op.drop_table("improvement_point")
    op.drop_table("override")
    op.drop_table("literature_search")
    op.drop_table("evidence")
    op.drop_table("theory_link")
    op.drop_table("theory_node")
    op.drop_table("assumption")
    op.drop_table("finding")
