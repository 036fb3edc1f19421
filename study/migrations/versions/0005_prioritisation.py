"""Voting sessions and ballots."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005_prioritisation"
down_revision = "0004_synthesis"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "voting_session",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("perspective", sa.Text(), nullable=True),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("unranked", sa.Text(), nullable=False),
        sa.Column("options", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("top_k", sa.Integer(), nullable=True),
        sa.Column("ties_allowed", sa.Boolean(), nullable=False),
        sa.Column("seed", sa.Text(), nullable=False),
        sa.Column("invited", sa.Integer(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_voting_session")),
        sa.UniqueConstraint("key", name=op.f("uq_voting_session_key")),
    )
    op.create_table(
        "ballot",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("session_id", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("tiers", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("perspective", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["session_id"], ["voting_session.id"], name=op.f("fk_ballot_session_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ballot")),
        sa.UniqueConstraint("session_id", "key", name=op.f("uq_ballot_session_id_key")),
    )


def downgrade() -> None:
    op.drop_table("ballot")
    op.drop_table("voting_session")
