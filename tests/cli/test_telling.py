"""What the command line says of an import besides its counts."""

import pytest

from dateline.cli.telling import tell_revisions
from dateline.editing.revising import Revision


def test_what_becomes_of_states_is_said_of_newer_versions(capsys: pytest.CaptureFixture[str]) -> None:
    tell_revisions([Revision("a", "b", 2, skipped=["Ana"], reopened=["Ana"]), Revision("c", "d", 1, skipped=["Bo"])])
    told = capsys.readouterr()
    assert told.out.splitlines() == ["b: 2 annotations carried over from a", "d: 1 annotation carried over from c"]
    replaced = "this older version is skipped: the newer one stands in its place"
    assert told.err.splitlines() == [
        "dateline: b: was done by Ana, and is only started: its text is another one",
        f"dateline: a: {replaced}",
        f"dateline: c: {replaced}",
    ]
