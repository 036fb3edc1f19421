"""Steps in the journal; fields, shortcuts and versions of codes; rounds, suggestions and the framework matrix."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011_coding_work"
down_revision = "0010_corpus_search"
branch_labels = None
depends_on = None
TABLES = (
    *("framework_summary", "suggestion", "adjudication", "round_unit", "coding_round", "code_alias"),
    "codebook_version",
)
"""The new tables, each before those it refers to."""


def upgrade() -> None:
    _add_columns()
    op.create_table(
        "codebook_version",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_codebook_version")),
        sa.UniqueConstraint("number", name=op.f("uq_codebook_version_number")),
    )
    op.create_table(
        "code_alias",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("perspective", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_code_alias")),
    )
    op.create_index(op.f("ix_code_alias_code"), "code_alias", ["code"], unique=False)
    _create_rounds()
    _create_suggestions()
    op.create_table(
        "framework_summary",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("participant_id", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("codings", sa.JSON(none_as_null=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["participant_id"], ["participant.id"], name=op.f("fk_framework_summary_participant_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_framework_summary")),
        sa.UniqueConstraint("participant_id", "code", name=op.f("uq_framework_summary_participant_id_code")),
    )


def _add_columns() -> None:
    with op.batch_alter_table("journal") as table:
        for name in ("step", "what", "undoes"):
            table.add_column(sa.Column(name, sa.Text(), nullable=True))
    op.create_index("ix_journal_step", "journal", ["step"], unique=False)
    op.create_index("ix_journal_record_id", "journal", ["record_id"], unique=False)
    with op.batch_alter_table("code_group") as table:
        table.add_column(sa.Column("fields", sa.JSON(none_as_null=True), nullable=False, server_default="[]"))
    with op.batch_alter_table("code") as table:
        table.add_column(sa.Column("shortcut", sa.Text(), nullable=True))
        table.add_column(sa.Column("retired", sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table("coding") as table:
        table.add_column(sa.Column("fields", sa.JSON(none_as_null=True), nullable=False, server_default="{}"))
        table.add_column(sa.Column("round_id", sa.Text(), nullable=True))
    op.create_index(op.f("ix_coding_coder"), "coding", ["coder"], unique=False)
    with op.batch_alter_table("memo") as table:
        table.add_column(sa.Column("label", sa.Text(), nullable=False, server_default=""))
        table.add_column(sa.Column("changed_at", sa.DateTime(timezone=True), nullable=True))


def _create_rounds() -> None:
    op.create_table(
        "coding_round",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("coders", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("codes", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("sample", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("seed", sa.Integer(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("opened_by", sa.Text(), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_coding_round")),
    )
    op.create_table(
        "round_unit",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("round_id", sa.Text(), nullable=False),
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_round_unit_document_id")),
        sa.ForeignKeyConstraint(["round_id"], ["coding_round.id"], name=op.f("fk_round_unit_round_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_round_unit")),
    )
    op.create_index(op.f("ix_round_unit_round_id"), "round_unit", ["round_id"], unique=False)
    op.create_index(op.f("ix_round_unit_document_id_start"), "round_unit", ["document_id", "start"], unique=False)
    op.create_table(
        "adjudication",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("round_id", sa.Text(), nullable=False),
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("is_present", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_adjudication_document_id")),
        sa.ForeignKeyConstraint(["round_id"], ["coding_round.id"], name=op.f("fk_adjudication_round_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_adjudication")),
    )
    op.create_index(op.f("ix_adjudication_round_id"), "adjudication", ["round_id"], unique=False)
    op.create_index(op.f("ix_adjudication_document_id_start"), "adjudication", ["document_id", "start"], unique=False)


def _create_suggestions() -> None:
    op.create_table(
        "suggestion",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("accepted", sa.Boolean(), nullable=True),
        sa.Column("decided_by", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_suggestion_document_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_suggestion")),
    )
    op.create_index(op.f("ix_suggestion_document_id_start"), "suggestion", ["document_id", "start"], unique=False)


def downgrade() -> None:
    for each in TABLES:
        op.drop_table(each)
    _drop_columns("memo", "changed_at", "label")
    op.drop_index(op.f("ix_coding_coder"), "coding")
    _drop_columns("coding", "round_id", "fields")
    _drop_columns("code", "retired", "shortcut")
    _drop_columns("code_group", "fields")
    op.drop_index("ix_journal_record_id", "journal")
    op.drop_index("ix_journal_step", "journal")
    _drop_columns("journal", "undoes", "what", "step")


def _drop_columns(name: str, *columns: str) -> None:
    with op.batch_alter_table(name) as table:
        for each in columns:
            table.drop_column(each)
