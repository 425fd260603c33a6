"""PostgreSQL 18 with nothing to install: the wheel's binaries, started and stopped by us.

The wheel's own Python wrapper is never imported: as root it would make users, open every parent
folder to the world and take a process id for proof of life.
"""

from __future__ import annotations

from kenpo.storage.launcher.account import Account, server_account
from kenpo.storage.launcher.binaries import usable_binaries
from kenpo.storage.launcher.folders import data_folder
from kenpo.storage.launcher.server import Server, running

__all__ = ["Account", "Server", "data_folder", "running", "server_account", "usable_binaries"]
