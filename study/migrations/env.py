"""Run by Alembic: the connection is handed over by `study.layout`, never made from a file with addresses."""

from alembic import context

connection = context.config.attributes["connection"]
context.configure(connection=connection, render_as_batch=True)
context.run_migrations()
