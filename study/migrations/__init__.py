"""The way tables come to be: Alembic revisions, one line, each named after the package that owns the tables."""
