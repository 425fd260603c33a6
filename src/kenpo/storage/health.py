"""What a database says of itself, for ``kenpo doctor``; nothing is changed."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import text

from kenpo.storage.access import Access
from kenpo.storage.setup import current_revision, newest_revision


@dataclass(frozen=True, slots=True)
class Health:
    """Version, size in bytes, where its data lie, and the schema's revision beside the newest."""

    version: str
    size: int
    data: str
    revision: str | None
    newest: str


def health(access: Access) -> Health:
    """Ask a database. Raises ServerError when nobody answers."""
    with access.login() as connection:
        version, size = connection.execute(
            text("select current_setting('server_version'), pg_database_size(current_database())")
        ).one()
        data = connection.scalar(text("select current_setting('data_directory', true)"))
        return Health(version, size, data or "", current_revision(connection), newest_revision())
