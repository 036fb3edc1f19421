"""The lists of consultations."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007_consultations"
down_revision = "0006_workbench"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "consultation",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("session_id", sa.Text(), nullable=False),
        sa.Column("marking", sa.Text(), nullable=False),
        sa.Column("present", sa.Integer(), nullable=False),
        sa.Column("entries", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("facilitator", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["session_id"], ["voting_session.id"], name=op.f("fk_consultation_session_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consultation")),
        sa.UniqueConstraint("session_id", name=op.f("uq_consultation_session_id")),
    )


def downgrade() -> None:
    op.drop_table("consultation")
