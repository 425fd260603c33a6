"""Runs the migrations on the connection that ``kenpo.storage.setup`` hands over."""

from __future__ import annotations

from alembic import context

connection = context.config.attributes["connection"]
context.configure(connection=connection, version_table_schema="kenpo", transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
