"""Projects of an older Dateline, or of none yet: their tables are made those of this one."""

import sqlite3
from pathlib import Path

from dateline.store import connection, migrations
from dateline.store.errors import ProjectError, explained


def reading(path: Path) -> sqlite3.Connection:
    """Connect for reading; an older project is brought up to date in a copy in memory."""
    conn = connection.connect_readonly(path)
    try:
        if connection.format_version(conn, path) < migrations.VERSION:
            with explained(path):
                older, conn = conn, connection.in_memory(conn)
            connection.close_reading(older, path)
            migrate(conn)
        connection.require_tables(conn, path)
    except BaseException:
        connection.close_reading(conn, path)
        raise
    return conn


def upgrade(conn: sqlite3.Connection, path: Path, version: int) -> None:
    """Bring an older project up to date, with a copy of it as it was kept beside it."""
    kept = connection.backup(conn, path, f"v{version}")
    with explained(path):
        migrate(conn)
    if lost := connection.integrity(conn):
        raise ProjectError(
            f"The project could not be brought up to date ({lost[0]})", path, f"It is kept as it was in {kept.name}."
        )


def migrate(conn: sqlite3.Connection) -> None:
    """Give a database the tables of this version."""
    from sqlite_utils import Database  # heavy: only when there is something to migrate

    migrations.migrate(Database(conn, strict=True, execute_plugins=False))
