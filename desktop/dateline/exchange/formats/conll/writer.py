"""Writes columns of tokens and tags."""

import re
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from msgspec.structs import replace

from dateline.exchange.bio import Scheme, TokenSpan, encoded, flat
from dateline.exchange.left_out import Holds
from dateline.exchange.losses import WHOLE_WORDS, Losses
from dateline.exchange.names import names_needed
from dateline.exchange.options import Unit, WriteOptions
from dateline.exchange.outbox import Outbox
from dateline.exchange.tokens import Aligner, Sentence, aligned, tokenised, without_edges
from dateline.exchange.units import units
from dateline.model.annotation import Mention
from dateline.model.article import RegionKind
from dateline.model.bundle import Bundle, Frame
from dateline.model.text import SpanSet
from dateline.model.wording import tr

_SPACE = re.compile(r"\s+")
START = "-DOCSTART-"
_START = {"4": f"{START} -X- -X- O\n\n", "2": f"{START} O\n\n"}
_MIDDLE = {"4": " -X- _ ", "2": " "}


class ConllWriter:
    """Takes bundles and writes -DOCSTART- and the sentences of each; without it when sentences are the records.

    In four columns -DOCSTART- says which article it is and whose, where a project has several annotators.
    """

    def __init__(self, outbox: Outbox, target: Path, frame: Frame, options: WriteOptions, losses: Losses) -> None:
        self._file = outbox.file(target)
        self._one_of: dict[str, Mention] = {}  # by label as written
        self._options, self._losses = options, losses
        self._scheme = Scheme(options.extra.get("scheme", Scheme.IOB2.value))
        columns = options.extra.get("columns", "4")
        self._start = _START[columns] if options.unit is Unit.DOCUMENT else ""
        self._middle = _MIDDLE[columns]
        self._names_whose = names_needed(frame) and columns == "4" and bool(self._start)
        self._holds = frozenset({Holds.ANNOTATORS} if self._names_whose else ())

    def add(self, bundle: Bundle) -> int:
        """Write the sentences of a bundle; return how many articles or sentences that made."""
        written = 0
        for unit in units(bundle, replace(self._options, unit=Unit.DOCUMENT), self._losses, self._holds):
            sentences = [s for s in self._sentences(unit) if s]
            if sentences:
                self._file.write((self._start_of(unit) + "\n".join(sentences) + "\n").encode())
                written += 1 if self._options.unit is Unit.DOCUMENT else len(sentences)
        return written

    def _start_of(self, unit: Bundle) -> str:
        if not (self._names_whose and unit.annotator):
            return self._start
        return f"{START} article={quote(unit.article.id)} annotator={quote(unit.annotator.name)} O\n\n"

    def close(self) -> None:
        """Nothing stands at the end."""

    def _sentences(self, unit: Bundle) -> list[str]:
        text = unit.article.text
        sentences = list(tokenised(text))
        spans = self._placed(unit, sentences)
        negative = SpanSet(r.span for r in unit.annotations.regions if r.kind is RegionKind.NEGATIVE)
        return [
            self._sentence(text, s, mine, negative=negative.meets(s.span))
            for s, mine in zip(sentences, spans, strict=True)
        ]

    def _placed(self, unit: Bundle, sentences: Sequence[Sentence]) -> list[list[TokenSpan]]:
        """Return the spans of each sentence, as whole tokens."""
        found: list[list[TokenSpan]] = [[] for _ in sentences]
        bounds = Aligner.over(s.span for s in sentences)
        text = unit.article.text
        for m in unit.annotations.mentions:
            within = bounds.place(m.span.begin, m.span.end)
            if within is None:
                self._losses.drop(tr("spans without a word"), m.label, m)
            elif within.stop - within.first > 1:
                self._losses.drop(tr("spans that go beyond a sentence"), m.text_of(text), m)
            else:
                self._place(m, text, sentences[within.first], found[within.first])
        return found

    def _place(self, m: Mention, text: str, sentence: Sentence, found: list[TokenSpan]) -> None:
        place = aligned(m.span, sentence.tokens)
        if place is None:
            self._losses.drop(tr("spans without a word"), m.label, m)
            return
        if len(m.fragments) > 1:
            self._losses.add(tr("discontinuous spans (written as the whole stretch)"), m.text_of(text))
        if place.exact:
            self._losses.edges(text, m, without_edges(text, m))
        else:
            self._losses.add(WHOLE_WORDS, m.text_of(text))
        label = _SPACE.sub("_", m.label)
        if label != m.label:
            self._losses.rename(tr("white space in labels"), m.label, m, label)
        self._one_of.setdefault(label, replace(m, label=label))
        found.append(TokenSpan(place.first, place.stop, label))

    def _sentence(self, text: str, sentence: Sentence, spans: list[TokenSpan], *, negative: bool) -> str:
        kept, others = flat(spans)
        for span in others:
            words = text[sentence.tokens[span.first].begin : sentence.tokens[span.stop - 1].end]
            kind = tr("nested and overlapping spans (the longest is written)")
            self._losses.drop(kind, f"{words} ({span.label})", self._one_of[span.label])
        left_out = not (kept or negative or self._options.empty)
        if left_out and self._options.unit is Unit.SENTENCE:
            return ""
        tags = encoded(len(sentence.tokens), kept, self._scheme)
        pairs = zip(sentence.tokens, tags, strict=True)
        return "".join(f"{text[t.begin : t.end]}{self._middle}{tag}\n" for t, tag in pairs)
