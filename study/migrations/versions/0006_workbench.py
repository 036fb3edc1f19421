"""What left the study."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from study.records import UtcTime

revision = "0006_workbench"
down_revision = "0005_prioritisation"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "export",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("made_at", UtcTime(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("quotes", sa.JSON(none_as_null=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_export")),
    )


def downgrade() -> None:
    op.drop_table("export")
