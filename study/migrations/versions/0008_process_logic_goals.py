"""Process maps, the logic model and the goal tree."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008_process_logic_goals"
down_revision = "0007_consultations"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "process_step",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("perspective", sa.Text(), nullable=False),
        sa.Column("phase", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("passages", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("actor", sa.Text(), nullable=True),
        sa.Column("see", sa.JSON(none_as_null=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_process_step")),
    )
    op.create_index(op.f("ix_process_step_perspective_phase"), "process_step", ["perspective", "phase"], unique=False)
    op.create_table(
        "logic_element",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("layer", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_logic_element")),
        sa.UniqueConstraint("key", name=op.f("uq_logic_element_key")),
    )
    op.create_table(
        "logic_link",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("source_kind", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("rival", sa.Text(), nullable=False),
        sa.Column("passages", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("assumption", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_logic_link")),
        sa.UniqueConstraint("source", "target", name=op.f("uq_logic_link_source_target")),
    )
    op.create_table(
        "goal",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("parent", sa.Text(), nullable=True),
        sa.Column("assumptions", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("elements", sa.JSON(none_as_null=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goal")),
        sa.UniqueConstraint("key", name=op.f("uq_goal_key")),
    )


def downgrade() -> None:
    op.drop_table("goal")
    op.drop_table("logic_link")
    op.drop_table("logic_element")
    op.drop_table("process_step")
