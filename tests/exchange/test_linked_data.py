"""Who published a web page, by its linked data."""

import re

import pytest

from dateline.exchange.linked_data import publisher
from tests.exchange.test_article_sources import PAGE, read

LINKED = [
    ('{"@type": "NewsArticle", "publisher": {"@type": "Organization", "name": "Harbour \\n Post"}}', "Harbour Post"),
    ('{"@graph": [{"@type": "WebSite", "publisher": {"name": "Group"}}, {"@type": ["NewsArticle"], "publisher": '
     '[{"name": "Harbour Post"}]}]}', "Harbour Post"),
    ('[{"@type": "Article", "publisher": "Harbour Post"}]', "Harbour Post"),
    ('{"@type": "WebPage", "publisher": {"name": "Harbour Post"}}', "Harbour Post"),
    ('{"publisher": {"@id": "#org"}}', ""),
    ('{"publisher": [[["x"]]]}', ""),
    ('{"publisher": ', ""),
    ("[" * 5000, ""),
]  # fmt: skip


@pytest.mark.parametrize(("script", "name"), LINKED)
def test_linked_data_tells_the_publisher(script, name):
    assert publisher(f"<script type='application/ld+json'>{script}</script>") == name


def test_the_publisher_in_linked_data_is_the_source_where_no_meta_names_one(tmp_path):
    path = tmp_path / "envoys.html"
    said = '<script type="application/ld+json">{"@type": "NewsArticle", "publisher": {"name": "Harbour Post"}}</script>'
    (with_meta,), _ = read(_page(path, PAGE.replace("</head>", f"{said}</head>")))
    assert with_meta.article.source == "The Daily"
    without = re.sub(r"<meta[^>]*site_name[^>]*>", "", PAGE)
    assert without != PAGE
    (by_data,), _ = read(_page(path, without.replace("</head>", f"{said}</head>")))
    assert by_data.article.source == "Harbour Post"
    (by_address,), _ = read(_page(path, without))
    assert by_address.article.source == "example.org"


def _page(path, html):
    path.write_text(html, encoding="utf-8", newline="")
    return path


def test_a_script_that_is_not_closed_ends_what_is_read():
    """Each is looked through once, however many begin."""
    named = '<script type="application/ld+json">{"publisher": "Agency"}</SCRIPT>'
    assert publisher(named + '<script type="application/ld+json">' * 20_000) == "Agency"
