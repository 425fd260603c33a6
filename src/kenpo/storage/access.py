"""Whose name a connection is opened under: owner, application or vault, never a superuser."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import URL, Engine, NullPool, create_engine, make_url

from kenpo.storage.launcher import Server

DATABASE = "kenpo"


class Role(StrEnum):
    """The roles of the schema; none is a superuser, so row-level security binds them all."""

    OWNER = "kenpo_owner"
    APPLICATION = "kenpo_app"
    VAULT = "kenpo_vault"


@dataclass(frozen=True, slots=True)
class Access:
    """How to reach a database. ``direct``: the roles log in themselves; else they are stepped to.

    On our own server each role logs in over the private socket. On a server named by URL the URL's
    login is used and every connection starts with ``role`` set.
    """

    url: URL
    direct: bool

    @classmethod
    def to_server(cls, server: Server, database: str = DATABASE) -> Access:
        """Return the access to a server of ours."""
        url = URL.create(
            "postgresql+psycopg",
            username=server.superuser,
            database=database,
            query={"host": str(server.socket)},
        )
        return cls(url, direct=True)

    @classmethod
    def to_url(cls, text: str) -> Access:
        """Return the access to an existing server by its URL."""
        return cls(make_url(text).set(drivername="postgresql+psycopg"), direct=False)

    def login(self) -> Engine:
        """Return an engine under the URL's own login, for setting the roles up."""
        return create_engine(self.url, hide_parameters=True, poolclass=NullPool)

    def engine(self, role: Role) -> Engine:
        """Return an engine under a role. Values of parameters never appear in its errors."""
        if self.direct:
            url = self.url.set(username=role.value)
        else:
            given = self.url.query.get("options", "")
            url = self.url.update_query_dict({"options": f"{given} -c role={role}".strip()})
        return create_engine(url, hide_parameters=True, pool_pre_ping=True)

    def shown(self) -> str:
        """Return the URL without its password."""
        return self.url.render_as_string(hide_password=True)
