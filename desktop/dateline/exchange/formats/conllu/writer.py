"""Writes CoNLL-U."""

from itertools import pairwise
from pathlib import Path

from dateline.exchange.bio import TokenSpan, encoded, flat
from dateline.exchange.formats.conllu.misc import EVENT, FIELDS, NAME, escaped, escaped_spaces
from dateline.exchange.left_out import Holds
from dateline.exchange.losses import NOT_TOKENS, Losses
from dateline.exchange.options import WriteOptions
from dateline.exchange.outbox import Outbox
from dateline.exchange.tokens import Aligner, Sentence, aligned, tokenised, without_edges
from dateline.exchange.units import units
from dateline.model.annotation import Layer, Mention
from dateline.model.bundle import Bundle, Frame
from dateline.model.regex import lazy
from dateline.model.text import Span
from dateline.model.wording import tr

_HOLDS = frozenset({Holds.FIELDS, Holds.ANNOTATORS, Holds.STATES})
_LINE_END = lazy(r"\r\n|[\r\n]")
_EMPTY = "\t".join("_" * 7)  # lemma, parts of speech, features, head, relation, dependencies


class ConlluWriter:
    """Takes bundles and writes a document of sentences for each unit of their text."""

    def __init__(self, outbox: Outbox, target: Path, frame: Frame, options: WriteOptions, losses: Losses) -> None:
        del frame
        self._file = outbox.file(target)
        self._options, self._losses = options, losses
        self._article, self._count = "", 0  # the article at hand and how many of its bundles have come

    def add(self, bundle: Bundle) -> int:
        """Write the units of one bundle; return how many sentences they have."""
        self._count = self._count + 1 if self._article == bundle.article.id else 1
        self._article = bundle.article.id
        return sum(self._document(unit) for unit in units(bundle, self._options, self._losses, _HOLDS))

    def close(self) -> None:
        """Nothing stands at the end."""

    def _document(self, unit: Bundle) -> int:
        text = unit.article.text
        found = list(tokenised(text))
        if not found:
            self._losses.add(tr("articles without a word"), unit.article.name)
            self._losses.uncount(*unit.annotations.mentions)
            return 0
        gaps = _gaps(text, [t for s in found for t in s.tokens])
        tags = _Tags(unit, found, self._losses)
        lines = _head(unit)
        at = 0
        name = escaped(unit.article.id) + (f"#{self._count}" if self._count > 1 else "")
        for number, sentence in enumerate(found, start=1):
            words = sentence.tokens
            lines.append(f"# sent_id = {name}-{number}")
            told = _LINE_END().sub(" ", sentence.span.of(text))  # else as it is: it is compared with the words
            lines.append(f"# text = {told}")
            for n, (token, misc) in enumerate(zip(words, tags.of(number - 1), strict=True), start=1):
                before = escaped_spaces(text[: token.begin]) if at == 0 else ""
                said = [*misc, *([f"SpacesBefore={before}"] if before else []), *gaps[at]]
                if said and said[-1][-1].isspace():  # readers strip lines, and UDPipe has no escape for it
                    said.append(f"TokenRange={token.begin}:{token.end}")
                lines.append(f"{n}\t{token.of(text)}\t{_EMPTY}\t{'|'.join(said) or '_'}")
                at += 1
            lines.append("")
        self._file.write("\n".join((*lines, "")).encode())
        return len(found)


def _head(unit: Bundle) -> list[str]:
    article = unit.article
    lines = [f"# newdoc id = {escaped(article.id)}"]
    lines += [f"# {name} = {escaped(value)}" for name in FIELDS if (value := getattr(article, name))]
    if unit.annotator:
        lines.append(f"# annotator = {escaped(unit.annotator.name)}")
        lines.append(f"# annotator_kind = {unit.annotator.kind.value}")
    return [*lines, f"# state = {unit.state.value}"]


def _gaps(text: str, tokens: list[Span]) -> list[list[str]]:
    """Return what MISC says of the white space behind each token; one space says nothing."""
    gaps = []
    for token, following in pairwise([*tokens, Span(len(text), len(text) + 1)]):
        gap = text[token.end : following.begin]
        last = following.begin == len(text)
        gaps.append(
            [] if gap == " " and not last else [f"SpacesAfter={escaped_spaces(gap)}"] if gap else ["SpaceAfter=No"]
        )
    return gaps


class _Tags:
    """The names and events of a text, sentence by sentence; what does not fit goes to the losses."""

    def __init__(self, unit: Bundle, found: list[Sentence], losses: Losses) -> None:
        self._text, self._losses, self._found = unit.article.text, losses, found
        self._spans: list[dict[str, list[TokenSpan]]] = [{} for _ in found]
        self._one_of: dict[str, Mention] = {}  # by label
        places = Aligner.over(s.span for s in found)
        for mention in unit.annotations.mentions:
            self._place(mention, places)

    def of(self, sentence: int) -> list[list[str]]:
        """Return what MISC says of each token of a sentence."""
        said: list[list[str]] = [[] for _ in self._found[sentence].tokens]
        for key, spans in self._spans[sentence].items():
            kept, others = flat(spans)
            for other in others:
                tokens = self._found[sentence].tokens
                words = self._text[tokens[other.first].begin : tokens[other.stop - 1].end]
                self._losses.drop(tr("spans that overlap others"), words, self._one_of[other.label])
            for mine, tag in zip(said, encoded(len(said), kept), strict=True):
                if tag != "O":
                    mine.append(f"{key}={tag[:2]}{escaped(tag[2:])}")
        return said

    def _place(self, mention: Mention, places: Aligner) -> None:
        words = mention.text_of(self._text)
        dragged, mention = mention, without_edges(self._text, mention)  # a part that is but white space widens nothing
        within = places.place(mention.span.begin, mention.span.end)
        if within is None:
            self._losses.drop(NOT_TOKENS, words, mention)
            return
        if within.stop - within.first > 1:
            self._losses.drop(tr("spans that go beyond a sentence"), words, mention)
            return
        words_ = self._found[within.first].tokens
        tokens = aligned(mention.span, words_)
        if tokens is None or not tokens.exact:
            self._losses.drop(NOT_TOKENS, words, mention)
            return
        self._losses.edges(self._text, dragged, mention)
        if len(mention.fragments) > 1:
            self._losses.add(tr("discontinuous spans (written as the whole stretch)"), words)
        self._one_of.setdefault(mention.label, mention)
        key = EVENT if mention.layer is Layer.EVENT else NAME
        self._spans[within.first].setdefault(key, []).append(TokenSpan(tokens.first, tokens.stop, mention.label))
