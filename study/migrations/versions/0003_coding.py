"""Codebook, codings, memos."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from study.records import UtcTime

revision = "0003_coding"
down_revision = "0002_corpus"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "code_group",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("substantive", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_code_group")),
        sa.UniqueConstraint("key", name=op.f("uq_code_group_key")),
    )
    op.create_table(
        "code",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("group", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("definition", sa.Text(), nullable=False),
        sa.Column("include", sa.Text(), nullable=False),
        sa.Column("exclude", sa.Text(), nullable=False),
        sa.Column("example", sa.Text(), nullable=False),
        sa.Column("parent", sa.Text(), nullable=True),
        sa.Column("colour", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_code")),
        sa.UniqueConstraint("key", name=op.f("uq_code_key")),
    )
    op.create_index(op.f("ix_code_group"), "code", ["group"], unique=False)
    op.create_table(
        "coding",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("coder", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=True),
        sa.Column("phase", sa.Text(), nullable=True),
        sa.Column("actor", sa.Text(), nullable=True),
        sa.Column("valence", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("intensity", sa.Integer(), nullable=True),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("codebook_version", sa.Integer(), nullable=False),
        sa.Column("made_at", UtcTime(), nullable=True),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_coding_document_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_coding")),
    )
    op.create_index(op.f("ix_coding_code"), "coding", ["code"], unique=False)
    op.create_index(op.f("ix_coding_document_id_start"), "coding", ["document_id", "start"], unique=False)
    op.create_table(
        "memo",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("about_kind", sa.Text(), nullable=False),
        sa.Column("about_id", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("made_at", UtcTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_memo")),
    )
    op.create_index(op.f("ix_memo_about_kind_about_id"), "memo", ["about_kind", "about_id"], unique=False)


def downgrade() -> None:
    op.drop_table("memo")
    op.drop_table("coding")
    op.drop_table("code")
    op.drop_table("code_group")
