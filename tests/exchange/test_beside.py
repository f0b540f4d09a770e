"""The files beside an export take no place of somebody's own, nor of what somebody has edited."""

import pytest

from dateline.exchange.beside import CARD, MANIFEST, REPORT, beside, is_report, is_sealed, sealed
from dateline.exchange.formats import format_named
from dateline.exchange.options import WriteOptions
from dateline.exchange.problems import CannotWrite
from dateline.exchange.split import Split
from dateline.model.annotation import Annotations, Annotator, Comment
from dateline.model.article import Article, State
from dateline.model.bundle import Bundle, Frame

SPANS, STUDIO = format_named("spans"), format_named("label-studio")
ADA = Annotator("w", "Ada")
BUNDLES = [
    Bundle(
        Article(f"{n}", f"text number {n}"), ADA, State.DONE, Annotations(comments=(Comment("c", f"{n}", "w", "?"),))
    )
    for n in range(4)
]


def export(target, own=SPANS, **more):
    return own.write(target, Frame(), BUNDLES, WriteOptions(**{"card": True} | more))


@pytest.mark.parametrize("split", [None, Split.parse("50/50")])
@pytest.mark.parametrize(("ending", "content"), [
    (CARD, "# My own notes\n"),
    (CARD, '---\npretty_name: "x"\n---\n\n# x\n'),
    (MANIFEST, '{"name": "my web app"}\n'),
    (REPORT, '{"score": 0.9}\n'),
    (REPORT, '{ "export": 7 }\n'),
    (REPORT, ""),
])  # fmt: skip
def test_what_somebody_wrote_is_not_written_over(tmp_path, ending, content, split):
    target = tmp_path / "x.jsonl"
    mine = beside(target, ending)
    mine.write_text(content, "utf-8")
    with pytest.raises(CannotWrite, match=rf"{mine.name}: cannot be written: .* somebody's own.*\. Rename it"):
        export(target, split=split)
    assert [p.name for p in tmp_path.iterdir()] == [mine.name]
    assert mine.read_text("utf-8") == content


@pytest.mark.parametrize("ending", [CARD, MANIFEST])
def test_what_is_not_asked_for_is_not_in_the_way(tmp_path, ending):
    mine = beside(tmp_path / "x.jsonl", ending)
    mine.write_text("{}", "utf-8")
    export(tmp_path / "x.jsonl", card=False)
    assert mine.read_text("utf-8") == "{}"


def test_a_folder_is_in_the_way_as_well(tmp_path):
    beside(tmp_path / "x.jsonl", REPORT).mkdir()
    with pytest.raises(CannotWrite):
        export(tmp_path / "x.jsonl", card=False)


def test_what_an_export_wrote_is_written_anew_until_it_is_edited(tmp_path):
    target = tmp_path / "x.jsonl"
    for _ in range(2):
        assert len(export(target).files) == 4
    card = beside(target, CARD)
    card.write_bytes(card.read_bytes().replace(b"\n", b"\r\n"))  # as Git does on Windows
    export(target)
    edited = card.read_text("utf-8").replace("To be filled in", "From the papers of our own town")
    card.write_text(edited, "utf-8")
    with pytest.raises(CannotWrite, match="edited"):
        export(target)
    assert card.read_text("utf-8") == edited
    export(target, card=False)
    assert card.read_text("utf-8") == edited


def test_the_configuration_beside_label_studios_tasks_is_kept_where_it_is_somebodys_own(tmp_path):
    export(tmp_path / "x.json", STUDIO)
    export(tmp_path / "x.json", STUDIO)
    config = tmp_path / "x.xml"
    config.write_text("<View/>", "utf-8")
    before = (tmp_path / "x.json").read_bytes()
    with pytest.raises(CannotWrite, match=r"x\.xml: cannot be written"):
        STUDIO.write(tmp_path / "x.json", Frame(), BUNDLES[:1])
    assert (tmp_path / "x.json").read_bytes() == before
    assert config.read_text("utf-8") == "<View/>"


def test_a_seal_holds_for_what_stands_above_it_alone(tmp_path):
    path = tmp_path / "x"
    for content, whole in (
        (sealed("a\n"), True),
        (sealed(""), True),
        (sealed("a\n") + b"more\n", False),
        (b"more\n" + sealed("a\n"), False),
        (b"a\n", False),
        (b"\xff", False),
    ):
        path.write_bytes(content)
        assert is_sealed(path) is whole
    assert not is_sealed(tmp_path)
    assert not is_report(tmp_path / "none")
