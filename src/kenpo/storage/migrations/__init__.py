"""The schema's history: one module a table family, ``versions/NNNN_<family>.py``, in plain SQL.

``down_revision`` is the number before; a migration only goes forward. Every table lies in schema
``kenpo``, its keys start with ``insurer``, and ``protect`` gives it row-level security and grants.
No sequences, no range types, no LISTEN/NOTIFY.
"""

from __future__ import annotations

from alembic import op

from kenpo.storage.access import Role

__all__ = ["protect"]


def protect(table: str, rights: str = "select, insert, update, delete") -> None:
    """Let a table show an insurer its own rows only; give the application its rights, if any."""
    mine = "insurer = current_setting('app.insurer', true)"
    op.execute(f"alter table {table} enable row level security")
    op.execute(f"alter table {table} force row level security")
    op.execute(f"create policy own_insurer on {table} using ({mine}) with check ({mine})")
    if rights:
        op.execute(f"grant {rights} on {table} to {Role.APPLICATION}")
