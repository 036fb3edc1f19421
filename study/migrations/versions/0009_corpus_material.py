"""Pages and parts of published texts, versions of topic lists, loss reports, choices of a round, the privacy log."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009_corpus_material"
down_revision = "0008_process_logic_goals"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("segment") as table:
        table.add_column(sa.Column("page", sa.Integer(), nullable=True))
        table.add_column(sa.Column("part", sa.Text(), nullable=False, server_default="text"))
    with op.batch_alter_table("guide") as table:
        table.add_column(sa.Column("replaces", sa.Text(), nullable=True))
    op.create_table(
        "loss_report",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("format", sa.Text(), nullable=False),
        sa.Column("encoding", sa.Text(), nullable=True),
        sa.Column("characters", sa.Integer(), nullable=False),
        sa.Column("left_out", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("notes", sa.JSON(none_as_null=True), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_loss_report_document_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_loss_report")),
    )
    op.create_index(op.f("ix_loss_report_document_id"), "loss_report", ["document_id"], unique=False)
    op.create_table(
        "round_choice",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("instrument_id", sa.Text(), nullable=True),
        sa.Column("format", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("settings", sa.JSON(none_as_null=True), nullable=False),
        sa.ForeignKeyConstraint(["instrument_id"], ["instrument.id"], name=op.f("fk_round_choice_instrument_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_round_choice")),
    )
    op.create_table(
        "replacement",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("pseudonym", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_replacement_document_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_replacement")),
    )
    op.create_index(op.f("ix_replacement_document_id_start"), "replacement", ["document_id", "start"], unique=False)
    op.create_table(
        "removal",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("counts", sa.JSON(none_as_null=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_removal")),
    )


def downgrade() -> None:
    op.drop_table("removal")
    op.drop_table("replacement")
    op.drop_table("round_choice")
    op.drop_table("loss_report")
    with op.batch_alter_table("guide") as table:
        table.drop_column("replaces")
    with op.batch_alter_table("segment") as table:
        table.drop_column("part")
        table.drop_column("page")
