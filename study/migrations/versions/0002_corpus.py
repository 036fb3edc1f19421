"""Material: instruments, guides, participants, documents, segments."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002_corpus"
down_revision = "0001_study"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "instrument",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("perspective", sa.Text(), nullable=True),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("held_from", sa.Date(), nullable=True),
        sa.Column("held_until", sa.Date(), nullable=True),
        sa.Column("invited", sa.Integer(), nullable=True),
        sa.Column("took_part", sa.Integer(), nullable=True),
        sa.Column("conducted_by", sa.Text(), nullable=False),
        sa.Column("analysed_by", sa.Text(), nullable=False),
        sa.Column("selection", sa.Text(), nullable=False),
        sa.Column("bias", sa.Text(), nullable=False),
        sa.Column("consent", sa.Text(), nullable=False),
        sa.Column("anonymity", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_instrument")),
        sa.UniqueConstraint("key", name=op.f("uq_instrument_key")),
    )
    op.create_table(
        "guide",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("instrument_id", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["instrument_id"], ["instrument.id"], name=op.f("fk_guide_instrument_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guide")),
        sa.UniqueConstraint("key", name=op.f("uq_guide_key")),
    )
    op.create_table(
        "question",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("guide_id", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("prompted", sa.Boolean(), nullable=False),
        sa.Column("phases", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("codes", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("assumptions", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("default_phase", sa.Text(), nullable=True),
        sa.Column("default_actor", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["guide_id"], ["guide.id"], name=op.f("fk_question_guide_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question")),
        sa.UniqueConstraint("guide_id", "key", name=op.f("uq_question_guide_id_key")),
    )
    op.create_table(
        "participant",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("perspective", sa.Text(), nullable=False),
        sa.Column("labels", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("traits", sa.JSON(none_as_null=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participant")),
        sa.UniqueConstraint("code", name=op.f("uq_participant_code")),
    )
    op.create_table(
        "document",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("instrument_id", sa.Text(), nullable=True),
        sa.Column("guide_id", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["guide_id"], ["guide.id"], name=op.f("fk_document_guide_id")),
        sa.ForeignKeyConstraint(["instrument_id"], ["instrument.id"], name=op.f("fk_document_instrument_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
        sa.UniqueConstraint("digest", name=op.f("uq_document_digest")),
    )
    op.create_table(
        "segment",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("speaker", sa.Text(), nullable=True),
        sa.Column("participant_id", sa.Text(), nullable=True),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("starts_at", sa.Float(), nullable=True),
        sa.Column("ends_at", sa.Float(), nullable=True),
        sa.Column("posted_at", sa.Text(), nullable=True),
        sa.Column("reply_to", sa.Text(), nullable=True),
        sa.Column("question_id", sa.Text(), nullable=True),
        sa.Column("likes", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_segment_document_id")),
        sa.ForeignKeyConstraint(["participant_id"], ["participant.id"], name=op.f("fk_segment_participant_id")),
        sa.ForeignKeyConstraint(["question_id"], ["question.id"], name=op.f("fk_segment_question_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_segment")),
    )
    op.create_index(op.f("ix_segment_document_id_ordinal"), "segment", ["document_id", "ordinal"], unique=False)
    op.create_index(op.f("ix_segment_participant_id"), "segment", ["participant_id"], unique=False)


def downgrade() -> None:
    op.drop_table("segment")
    op.drop_table("document")
    op.drop_table("participant")
    op.drop_table("question")
    op.drop_table("guide")
    op.drop_table("instrument")
