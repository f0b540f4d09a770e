"""The reader's figures measure what they say they do."""

import pytest

from tests.benchmarks.reader import edits, page_of, reader, until_painted


def test_an_edit_that_paints_nothing_is_no_figure(qtbot, monkeypatch):
    page = page_of(10_000, 100)
    view = reader(page)
    qtbot.addWidget(view)
    until_painted(view)
    assert len(edits(view, page, 2)) == 4
    monkeypatch.setattr(view, "update_lines", lambda lines: None)
    with pytest.raises(RuntimeError, match="nothing was painted"):
        edits(view, page, 2)
