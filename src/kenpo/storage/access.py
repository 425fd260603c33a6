"""Whose name a connection is opened under: owner, application or vault, never a superuser."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, make_url
from sqlalchemy.exc import ArgumentError, OperationalError

from kenpo.storage.errors import ServerError
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
        """Return the access to an existing server by its URL. Raises ServerError for no URL."""
        try:
            url = make_url(text)
        except (ArgumentError, ValueError):
            raise ServerError(
                "データベースのURLがURLの形ではありません。 / The database URL is not a URL.",
                "postgresql://ユーザー@ホスト/データベース の形で書いてください。"
                " / Write it as postgresql://user@host/database.",
            ) from None
        return cls(url.set(drivername="postgresql+psycopg"), direct=False)

    @contextmanager
    def login(self) -> Iterator[Connection]:
        """Give a transaction under the URL's own login, for setting the roles up.

        Raises ServerError when no server answers.
        """
        engine = create_engine(self.url, hide_parameters=True, poolclass=NullPool)
        try:
            with engine.begin() as connection:
                yield connection
        except OperationalError as error:
            raise ServerError(
                f"データベースが答えません（{self.shown()}）。 / The database does not answer.",
                "URLと、サーバーが動いていることを確かめてください。"
                " / Check the URL and that the server runs.",
            ) from error

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
        shown = self.url.set(drivername="postgresql").difference_update_query(["options"])
        return shown.render_as_string(hide_password=True)
