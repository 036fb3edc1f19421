"""The journal."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from study.records import UtcTime

revision = "0001_study"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "journal",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("made_at", UtcTime(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("verb", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("record_id", sa.Text(), nullable=True),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("before", sa.JSON(none_as_null=True), nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_journal")),
    )


def downgrade() -> None:
    op.drop_table("journal")
