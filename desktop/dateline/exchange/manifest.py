"""The manifest beside a training set: what was chosen, how it was divided, and what every file and text is, by hash."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

import orjson
from msgspec import Struct, field

from dateline import __version__
from dateline.exchange.losses import Written
from dateline.exchange.options import WriteOptions
from dateline.exchange.seal import write_sealed
from dateline.exchange.split import Order, Plan
from dateline.model.annotation import Layer
from dateline.model.bundle import Bundle, Frame
from dateline.model.calendar import NOT_KNOWN, publication_order
from dateline.model.schema import schema_to_toml_data
from dateline.model.text import text_sha256
from dateline.scratch import Ledger

_VERSION = 2  # from 2 on it is sealed


class PartFacts(Struct):
    """What went into one part, gathered while it was written; of `labels` what its format dropped is taken away.

    Texts are as they were written: without boilerplate where that was cut out.
    """

    articles: Ledger = field(default_factory=Ledger)  # id to the text's SHA-256
    labels: Counter[tuple[str, str]] = field(default_factory=Counter)  # (layer, label)
    annotators: set[str] = field(default_factory=set)
    languages: Counter[str] = field(default_factory=Counter)
    earliest: str = ""
    latest: str = ""
    characters: int = 0
    _last: str = ""

    def take(self, bundle: Bundle, written: Written) -> None:
        """Take in a bundle that made a record, or stands in one."""
        article = bundle.article
        if article.id != self._last and article.id not in self.articles:
            self._last = article.id
            text = article.text if written.text is None else written.text
            self.articles[article.id] = text_sha256(text)
            self.languages[article.language or "unknown"] += 1
            self.characters += len(text) if written.characters is None else written.characters
            if publication_order(article.published) != NOT_KNOWN:
                self.earliest = min(self.earliest or article.published, article.published, key=_appeared)
                self.latest = max(self.latest or article.published, article.published, key=_appeared)
        if bundle.annotator:
            self.annotators.add(bundle.annotator.name)

    def count(self, bundle: Bundle) -> None:
        """Count the labels of a bundle."""
        for mention in bundle.annotations.mentions:
            self.labels[mention.layer.value, mention.label] += 1
        for relation in bundle.annotations.relations:
            self.labels[Layer.RELATION.value, relation.label] += 1


def _appeared(published: str) -> tuple[int, str]:
    return publication_order(published), published


def manifest(
    format_name: str,
    frame: Frame,
    options: WriteOptions,
    plan: Plan | None,
    parts: dict[str, tuple[PartFacts, Any, Path | None]],
    earlier: Sequence[dict[str, Any]] = (),
) -> dict[str, Any]:
    """Return the manifest as plain data.

    `parts` gives by name its facts, its report and where it lies for now, if it is written. The hashes of a part's
    texts are not in it, being as many as there are texts: see `write_manifest`. `earlier` are parts of exports before
    this one that lay there when it was written, with their files: no key where there are none.
    """
    return {
        "manifest": "dateline",
        "version": _VERSION,
        "dateline": __version__,
        "format": format_name,
        "schema": schema_to_toml_data(frame.schema) if frame.schema else None,
        "chosen": _chosen(options),
        "split": _split(options, plan),
        "parts": [_part(name, *found) for name, found in parts.items()],
    } | ({"earlier": list(earlier)} if earlier else {})


def _chosen(options: WriteOptions) -> dict[str, Any]:
    def listed(values: Any) -> list[str] | None:
        return None if values is None else sorted(str(v) for v in values)

    return {
        "annotators": listed(options.annotators),
        "kinds": listed(options.kinds),
        "adjudicated": options.adjudicated,
        "states": listed(options.states),
        "labels": listed(options.labels),
        "layers": listed(options.layers),
        "unit": options.unit.value,
        "units_without_spans": "all" if options.empty else "verified negatives",
        "boilerplate": options.boilerplate,
        "options": dict(sorted(options.extra.items())),
    }


def _split(options: WriteOptions, plan: Plan | None) -> dict[str, Any] | None:
    if plan is None or options.split is None:
        return None
    return {
        "weights": dict(options.split.parts),
        "order": options.split.order.value,
        "seed": options.split.seed if options.split.order is Order.LOT else None,
        "kept_together": ["happening", "same text", "nearly the same text"],
        "largest_group": plan.largest_group,
    }


def _part(name: str, facts: PartFacts, report: Any, staged: Path | None) -> dict[str, Any]:
    labels: dict[str, dict[str, int]] = {}
    for (layer, label), count in sorted(facts.labels.items()):
        if count > 0:
            labels.setdefault(layer, {})[label] = count
    return {
        "name": name or "all",
        "path": report.path.name,
        "articles": report.articles,
        "records": report.records,
        "groups": report.groups,
        "characters": facts.characters,
        "published": [facts.earliest, facts.latest] if facts.latest else None,
        "languages": dict(sorted(facts.languages.items())),
        "annotators": sorted(facts.annotators),
        "labels": labels,
        "files": _files(staged, report.path) if staged else [],
    }


def write_manifest(file: BinaryIO, told: dict[str, Any], facts: Sequence[PartFacts]) -> None:
    """Write a manifest, and into each of its parts the id and SHA-256 of every text, one after the other.

    It is sealed, so that one that was edited is not written over.
    """
    write_sealed(file, _pieces(told, facts))


def _pieces(told: dict[str, Any], facts: Sequence[PartFacts]) -> Iterator[bytes]:
    parts = [part | {"texts": _mark(i)} for i, part in enumerate(told["parts"])]
    option = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE
    rest = orjson.dumps(told | {"parts": parts}, option=option)
    for i, of_part in enumerate(facts):
        before, _, rest = rest.partition(orjson.dumps(_mark(i)))
        yield before
        yield from _pairs(of_part.articles.items())
    yield rest


def is_manifest(path: Path) -> bool:
    """Say whether a file begins as a manifest does."""
    try:
        with path.open("rb") as file:
            return file.read(40).split()[:3] == [b"{", b'"manifest":', b'"dateline",']
    except OSError:
        return False


def _mark(number: int) -> str:
    return f"\0texts of part {number}\0"


def _pairs(pairs: Iterable[tuple[str, str]]) -> Iterable[bytes]:
    """Yield an object in pieces, indented as the rest."""
    begin = b"{\n"
    for key, value in pairs:
        yield begin + b"        " + orjson.dumps(key) + b": " + orjson.dumps(value)
        begin = b",\n"
    yield b"{}" if begin == b"{\n" else b"\n      }"


def _files(staged: Path, target: Path) -> list[dict[str, Any]]:
    """Return name, size and SHA-256 of each file of a part."""
    paths = sorted(p for p in staged.rglob("*") if p.is_file()) if staged.is_dir() else [staged]
    names = (f"{target.name}/{p.relative_to(staged).as_posix()}" if p != staged else target.name for p in paths)
    return [{"path": n, "bytes": p.stat().st_size, "sha256": digest(p)} for n, p in zip(names, paths, strict=True)]


def digest(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
