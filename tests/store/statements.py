"""Counting what the database is asked: a count is the same on every machine, where a time is not."""

from collections.abc import Iterator
from contextlib import contextmanager

from dateline.store.project import Project


@contextmanager
def statements(project: Project) -> Iterator[list[str]]:
    """Collect the SQL statements that the project runs inside the block."""
    run: list[str] = []
    project._conn.set_trace_callback(run.append)
    try:
        yield run
    finally:
        project._conn.set_trace_callback(None)
