"""The real reports come in as they are: every character, their table, and whatever encoding they might have had."""

from pathlib import Path

import pytest

from dateline.exchange.decode import decoded
from dateline.exchange.formats import format_named
from dateline.model.bundle import Frame

REPORTS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
pytestmark = [pytest.mark.real, pytest.mark.skipif(not REPORTS.is_dir(), reason="no real reports here")]


def test_the_folder_is_read_with_its_table_and_written_back(tmp_path):
    reader = format_named("text").read(REPORTS)
    bundles = list(reader)
    assert [b.article.text for b in bundles] == [p.read_bytes().decode() for p in sorted(REPORTS.glob("*.txt"))]
    assert sum(bool(b.article.published) for b in bundles) == 4
    assert reader.notices == reader.problems == []
    format_named("text").write(tmp_path / "out", Frame(), bundles)
    back = list(format_named("text").read(tmp_path / "out"))
    assert [(b.article.text, b.article.title, b.article.note) for b in back] == [
        (b.article.text, b.article.title, b.article.note) for b in bundles
    ]


@pytest.mark.parametrize("encoding", ["cp1252", "cp1254", "utf-16-le", "utf-16-be"])
def test_the_encoding_is_found_out(encoding):
    for path in sorted(REPORTS.glob("*.txt")):
        text = path.read_bytes().decode()
        try:
            data = text.encode(encoding)
        except UnicodeEncodeError:
            continue
        assert decoded(data).text == text
