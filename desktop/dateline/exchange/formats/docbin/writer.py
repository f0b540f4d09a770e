"""Writes a DocBin."""

from pathlib import Path
from typing import Any

from dateline.exchange.extras import for_writing
from dateline.exchange.format import tr
from dateline.exchange.formats.docbin.stream import Broken, Packing
from dateline.exchange.left_out import Holds
from dateline.exchange.losses import AS_OUTSIDE, NOT_SPACYS, UNREAD, Losses
from dateline.exchange.options import WriteOptions
from dateline.exchange.outbox import Outbox
from dateline.exchange.problems import CannotWrite, Problem, ProblemKind
from dateline.exchange.tokens import Aligner, without_edges
from dateline.exchange.units import units
from dateline.model.annotation import Annotations, Layer, Mention
from dateline.model.article import RegionKind, State
from dateline.model.bundle import Bundle, Frame
from dateline.model.registry import Entity
from dateline.model.text import Span, merged
from dateline.model.wording import Advice

ATTRIBUTES = ("ORTH", "SPACY", "ENT_IOB", "ENT_TYPE", "ENT_KB_ID")
ALL = "sc"  # where spaCy's span categoriser looks
OWN = "dateline"  # the key of what we keep in `doc.user_data`
UNFINISHED = ("unfinished", tr("Words outside spans in articles that are not done"), ("missing", "outside"))
_HOLDS = frozenset({Holds.FIELDS, Holds.META, Holds.ANNOTATORS, Holds.STATES, Holds.NEGATIVES, Holds.ENTITIES})
_DIVIDE = Advice(tr("Divide it into parts"), "Divide it by --split")
_RENEWED = 2_000  # texts after which a tokeniser is made anew: it keeps every word it has met
_FIELDS = ("title", "published", "source", "url", "language", "note", "origin")


class DocBinWriter:
    """Takes bundles and makes a document of each unit of their text.

    Tokens outside spans are "outside" where the article is done or a stretch is a verified negative; elsewhere
    nobody has looked, and they are "missing": spaCy learns nothing from them.
    """

    def __init__(self, outbox: Outbox, target: Path, frame: Frame, options: WriteOptions, losses: Losses) -> None:
        self._spacy = for_writing("spacy", "spaCy", "spacy")
        self._docs = Packing(ATTRIBUTES, outbox.scratch)
        self._file = outbox.file(target)
        self._options, self._losses = options, losses
        self._entities = {e.id: e for e in frame.entities}
        self._languages: dict[str, Any] = {}
        self._asked = 0

    def add(self, bundle: Bundle) -> int:
        """Take in the units of one bundle; return how many."""
        count = 0
        for unit in units(bundle, self._options, self._losses, _HOLDS):
            self._docs.add(self._document(unit))
            count += 1
        return count

    def close(self) -> None:
        """Write it all: the format is one compressed piece."""
        try:
            self._docs.write(self._file)
        except Broken as error:
            raise CannotWrite(Problem(str(error), _DIVIDE, kind=ProblemKind.TOO_LARGE)) from error

    def _document(self, unit: Bundle) -> Any:
        article = unit.article
        doc = self._tokenizer(article.language)(article.text)
        found = [(m, span) for m in unit.annotations.mentions if (span := self._span(doc, m, article.text))]
        for layer in Layer:
            if mine := [span for m, span in found if m.layer is layer]:
                doc.spans[layer.value] = mine
        doc.spans[ALL] = [span for _, span in found]
        flat = self._spacy.util.filter_spans([span for _, span in found])
        kept = {(s.start, s.end, s.label) for s in flat}
        for m, span in found:
            if (span.start, span.end, span.label) not in kept:
                self._losses.add(
                    tr("spans that overlap others (not in doc.ents, but in doc.spans)"), m.text_of(article.text)
                )
        doc.set_ents(flat, **self._elsewhere(doc, unit, flat))
        doc.user_data[OWN] = _meta(unit)
        return doc

    def _tokenizer(self, language: str) -> Any:
        """Return the tokeniser of a language, or that of any language where spaCy has none without more packages."""
        code = language.lower().split("-")[0].split("_")[0] or "xx"
        self._asked += 1
        if self._asked % _RENEWED == 0:
            self._languages.clear()
        if code not in self._languages:
            try:
                self._languages[code] = self._spacy.blank(code).tokenizer
            except (ImportError, OSError, ValueError):
                self._languages[code] = self._spacy.blank("xx").tokenizer
        return self._languages[code]

    def _span(self, doc: Any, mention: Mention, text: str) -> Any:
        """Return a mention as a span of tokens; None, and noted, where it does not begin and end with tokens."""
        bare = without_edges(text, mention)
        span = doc.char_span(bare.span.begin, bare.span.end, label=mention.label, kb_id=self._kb_id(mention, text))
        if span is None:
            self._losses.drop(NOT_SPACYS, mention.text_of(text), mention)
            return None
        self._losses.edges(text, mention, bare)
        if len(mention.fragments) > 1:
            self._losses.add(tr("discontinuous spans (written as the whole stretch)"), mention.text_of(text))
        return span

    def _kb_id(self, mention: Mention, text: str) -> str:
        entity: Entity | None = self._entities.get(mention.entity_id or "")
        if entity is None:
            return ""
        if not entity.external_id:
            self._losses.add(tr("links to entities without an external id"), f"{mention.text_of(text)}: {entity.name}")
        elif entity.name != mention.text_of(text):
            self._losses.add(tr("names of entities"), entity.name)
        return entity.external_id

    def _elsewhere(self, doc: Any, unit: Bundle, flat: list[Any]) -> dict[str, Any]:
        """Say what is known of the tokens outside spans."""
        read = unit.state is State.DONE or self._options.extra.get(UNFINISHED[0]) == "outside"
        taken = {i for span in flat for i in range(span.start, span.end)}
        free = [t for t in doc if t.i not in taken]
        mentions, regions = unit.annotations.mentions, unit.annotations.regions
        if read:  # a span that spaCy's tokens cut is there all the same
            unsure = _touching(free, [m.span for m in mentions], inside=False)
            return {"missing": [doc[i : i + 1] for i in unsure], "default": "outside"}
        sure = _touching(free, [r.span for r in regions if r.kind is RegionKind.NEGATIVE], inside=True)
        return {"outside": [doc[i : i + 1] for i in sure], "default": "missing"}


def unread(options: WriteOptions) -> str:
    """Say what becomes of the words outside spans where nobody has read to the end, also as it was chosen."""
    return AS_OUTSIDE if options.extra.get(UNFINISHED[0]) == "outside" else UNREAD


def _touching(tokens: list[Any], spans: list[Span], *, inside: bool) -> list[int]:
    """Return the numbers of the tokens that some of the spans touch, or that are inside one."""
    stretches = merged(spans)
    aligner = Aligner.over(stretches)
    found = []
    for token in tokens:
        begin, end = token.idx, token.idx + len(token)
        if place := aligner.place(begin, end):
            around = stretches[place.first]
            if not inside or (around.begin <= begin and end <= around.end):
                found.append(token.i)
    return found


def _meta(unit: Bundle) -> dict[str, Any]:
    article, found = unit.article, unit.annotations
    meta: dict[str, Any] = {"article": article.id, "state": unit.state.value}
    meta |= {name: value for name in _FIELDS if (value := getattr(article, name))}
    if article.meta:
        meta["meta"] = article.meta
    if unit.annotator:
        meta |= {"annotator": unit.annotator.name, "annotator_kind": unit.annotator.kind.value}
    if negatives := _negatives(found):
        meta["negatives"] = negatives
    return meta


def _negatives(found: Annotations) -> list[list[int]]:
    return [[r.span.begin, r.span.end] for r in found.regions if r.kind is RegionKind.NEGATIVE]
