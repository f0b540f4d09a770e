"""Characters that hardly any text has: they come back from every format, or the report of losses names them."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dateline.exchange.decode import decoded, encoded
from dateline.exchange.formats import own_formats
from dateline.exchange.left_out import Holds
from dateline.exchange.losses import Loss
from dateline.exchange.options import ReadOptions
from dateline.model.annotation import Annotations, Annotator, AnnotatorKind, Layer, Mention
from dateline.model.article import Article, State
from dateline.model.bundle import Bundle, Frame
from dateline.model.text import Span

ODD = ["\x00", "\x01", "\x08", "\x0b", "\x0c", "\x1a", "\x1b", "\x1c", "\x7f", "\x85", "\x9f", "\ufeff", "\ufffe"]
ODD += ["%PDF-", "GIF8", "\uffff", "\ue000", "\u2028"]
WRITTEN = st.lists(st.sampled_from([*ODD, "a", "ш", " "]), max_size=12).map("".join)
BOTH_WAYS = sorted(f.name for f in own_formats().values() if f.can_import and f.can_export)
OF_TOKENS = {"conll", "oneie"}  # these have the words of a text, and not what is between them
WHO = Annotator("w", "gold", AnnotatorKind.PERSON)
EXTRAS = {"spacy": "spacy", "uima": "cassis", "uima-json": "cassis", "parquet": "pyarrow"}


def _there_and_back(name: str, article: Article) -> tuple[Article, set[str]]:
    """Return an article as it comes back from a format, and what the report of losses says."""
    chosen = own_formats()[name]
    begin = article.text.index("Ankara")
    mention = Mention("m", article.id, WHO.id, Layer.ENTITY, "GPE", (Span(begin, begin + 6),))
    page = Bundle(article, WHO, State.DONE, Annotations((mention,)))
    with TemporaryDirectory() as folder:
        target = chosen.named(Path(folder, "out"))
        losses: tuple[Loss, ...] = chosen.write(target, Frame(None, (WHO,)), [page]).losses
        (back,) = chosen.read(target, ReadOptions())
    return back.article, {loss.kind for loss in losses}


@pytest.mark.parametrize("name", BOTH_WAYS)
@given(before=WRITTEN, behind=WRITTEN)
@example("", "a\x00b")
@example("\x00", "")
@example("\ufeff", "")
@example("%PDF-", "")
@example("", "\x01\x02\x03\x04")
def test_a_text_comes_back_or_the_report_says_why_not(name: str, before: str, behind: str) -> None:
    pytest.importorskip(EXTRAS.get(name, "json"))
    text = f"{before} Ankara {behind}." if name in OF_TOKENS else f"{before}Ankara {behind}"
    back, losses = _there_and_back(name, Article("a", text, "Talks"))
    if name in OF_TOKENS:
        assert "".join(back.text.split()) == "".join(text.split())
    elif back.text != text:
        assert any(said in loss for loss in losses for said in ("characters", "marks", "white space"))
        assert len(back.text) in (len(text), len(text) - 1)


@pytest.mark.parametrize("name", BOTH_WAYS)
@given(title=WRITTEN.filter(str.strip), desk=WRITTEN.filter(str.strip))
@example("Ti\x00tle", "a\x00b")
def test_facts_come_back_or_the_report_says_why_not(name: str, title: str, desk: str) -> None:
    pytest.importorskip(EXTRAS.get(name, "json"))
    back, losses = _there_and_back(name, Article("a", "Ankara", title, meta={"desk": desk}))
    told = any("characters" in loss for loss in losses)
    assert back.title == title or told or Holds.FIELDS in losses
    assert back.meta.get("desk") == desk or told or Holds.META in losses


@given(WRITTEN.filter(str.strip))
def test_what_is_written_as_a_text_is_read_as_that_text(text: str) -> None:
    assert decoded(encoded(text)).text == text
