"""The dataset card says what was left out by choice, and of how many articles the language is known."""

from msgspec.structs import replace

from dateline import assets
from dateline.exchange.formats import format_named
from dateline.exchange.options import WriteOptions
from dateline.model.article import State

GOLD = assets.seeds("gold.jsonl")


def written(tmp_path, change, **options):
    reader = format_named("dateline").read(GOLD)
    frame, made = reader.frame, [change(n, bundle) for n, bundle in enumerate(reader)]
    format_named("spans").write(tmp_path / "a.jsonl", frame, made, WriteOptions(card=True, **options))
    return (tmp_path / "a.jsonl.card.md").read_text("utf-8")


def test_where_the_language_of_most_is_unknown_that_is_said(tmp_path):
    def change(n, bundle):
        return bundle if n == 0 else replace(bundle, article=replace(bundle.article, language=""))

    card = written(tmp_path, change)
    assert "the language is known of 1 of " in card
    assert "articles (1 en)." in card


def test_where_all_languages_are_known_they_are_no_matter(tmp_path):
    assert "## Languages" not in written(tmp_path, lambda _, bundle: bundle)


def test_what_was_left_out_by_choice_is_said(tmp_path):
    def change(n, bundle):
        return replace(bundle, state=State.SKIPPED if n < 2 else State.DONE)

    card = written(tmp_path, change, states={State.DONE}, labels={"PERSON"})
    section = card.partition("## What was left out by choice\n\n")[2].partition("\n\n")[0]
    assert section.startswith("- left out: 2 articles marked as skipped\n")
    assert "- annotations left out: " in section
    assert "GPE" in section
    assert "## What was left out" not in written(tmp_path, lambda _, bundle: bundle, boilerplate=True)
