"""The whole content of a project, for comparing one moment with another."""

import sqlite3
from contextlib import closing
from pathlib import Path

from dateline.store import images
from dateline.store.project import Project
from dateline.store.rows import CODECS

TABLES = [codec.kind.value for codec in CODECS.values()] + [images.TEXT]
Content = dict[str, dict[str, tuple[object, ...]]]


def content(project: Project) -> Content:
    """Return every row of every table that is data, by table and id."""
    return content_of(project._conn)


def content_of(conn: sqlite3.Connection) -> Content:
    found: Content = {}
    for table in TABLES:
        names = ", ".join(f'"{c}"' for c in images.columns(table))
        found[table] = {row[0]: row for row in conn.execute(f"SELECT {names} FROM {table}")}
    return found


def raw(path: Path, sql: str, *parameters: object) -> list[tuple[object, ...]]:
    """Run one statement on a file with a connection that knows nothing of projects."""
    with closing(sqlite3.connect(path)) as conn, conn:
        return conn.execute(sql, parameters).fetchall()
