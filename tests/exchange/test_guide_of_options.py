"""The guide's table of which format takes which option is what the formats do."""

import json
import re

import pytest

from dateline import assets
from dateline.exchange.formats import own_formats
from dateline.exchange.options import WriteOptions
from dateline.model.annotation import Annotations, Annotator, Layer, Mention
from dateline.model.article import Article, Region, RegionKind, State
from dateline.model.bundle import Bundle, Frame
from dateline.model.text import Span

FORMATS = {f.name: f for f in own_formats().values() if f.can_export}
NEEDS = {"spacy": "spacy", "parquet": "pyarrow", "uima": "cassis", "uima-json": "cassis"}
ROW = re.compile(r"\| `(\S+)` \| (yes|no|always) \| (yes|no) \| (out|stays) \| (.*) ?\|")


def rows():
    guide = assets.resources("guide", "export.md").read_text("utf-8")
    return {found[1]: found.groups()[1:] for line in guide.splitlines() if (found := ROW.fullmatch(line))}


def test_every_format_is_in_it():
    assert set(rows()) == set(FORMATS)


@pytest.mark.parametrize("name", FORMATS)
def test_a_row_is_what_the_format_does(tmp_path, name):
    own, (units, labels, boilerplate, choices) = FORMATS[name], rows()[name]
    assert units == ("always" if own.by_sentence else "yes" if own.training else "no")
    assert (labels == "yes") is own.annotated
    said = [f"`{c.key}` = {', '.join(f'`{v}`' for v in c.values)}" for c in own.choices if c.exporting]
    assert choices.strip() == "; ".join(said)
    if name in NEEDS:
        pytest.importorskip(NEEDS[name])
    text = "Subscribe here. Ada met Bo."
    found = Annotations(
        (Mention("m", "a", "p", Layer.EVENT, "MEET", (Span(20, 23),)),),
        regions=(Region("r", "a", RegionKind.BOILERPLATE, Span(0, 16)),),
    )
    who = Annotator("p", "Ada")
    page = Bundle(Article("a", text), who, State.DONE, found)
    target = tmp_path / ("x" if own.folder else f"x{own.suffixes[0]}")
    own.write(target, Frame(annotators=(who,)), [page], WriteOptions(card=True))
    (part,) = json.loads(target.with_name(f"{target.name}.manifest.json").read_text())["parts"]
    assert (part["characters"] < len(text)) is (boilerplate == "out")


def test_no_sentence_of_the_guide_is_torn_over_two_bullets():
    guides = sorted(assets.resources("guide").glob("*.md"))
    bullets = [line for guide in guides for line in guide.read_text("utf-8").splitlines() if line.startswith("- ")]
    assert [bullet for bullet in bullets if bullet.rstrip().endswith((",", ";"))] == []
