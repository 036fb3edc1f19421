"""The index of words: FTS5 without a copy of the texts in SQLite, a tsvector with a GIN index in PostgreSQL.

It is empty at first: what is in the study is indexed at the first search.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0010_corpus_search"
down_revision = "0009_corpus_material"
branch_labels = None
depends_on = None
BESIDE_THE_TEXT = "ix_document_source_digest_id_title_kind_instrument_id"
"""All that a search needs of a document, so that it need not go through the text."""
SPOKEN = "ix_segment_document_id_role_participant_id_ordinal"
"""Who speaks which turn, so that a search kept to respondents need not read the turns themselves."""


def upgrade() -> None:
    op.create_table(
        "indexed_document",
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("document_id", name=op.f("pk_indexed_document")),
    )
    op.create_index(SPOKEN, "segment", ["document_id", "role", "participant_id", "ordinal"], unique=False)
    op.create_index(
        BESIDE_THE_TEXT, "document", ["source", "digest", "id", "title", "kind", "instrument_id"], unique=False
    )
    if op.get_bind().dialect.name == "sqlite":
        op.execute("CREATE VIRTUAL TABLE word_index USING fts5(stems, words, tokenize='ascii', content='')")
        return
    op.create_table(
        "word_index",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("tokens", postgresql.TSVECTOR(), nullable=False),
        sa.Column("is_long", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_word_index")),
    )
    op.create_index("ix_word_index_tokens", "word_index", ["tokens"], postgresql_using="gin")


def downgrade() -> None:
    op.drop_table("word_index")
    op.drop_index(BESIDE_THE_TEXT, table_name="document")
    op.drop_index(SPOKEN, table_name="segment")
    op.drop_table("indexed_document")
