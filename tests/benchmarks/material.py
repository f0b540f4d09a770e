"""Made-up corpora of any size in the native JSONL, the same on every run."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson

from dateline.model.schema import Schema, schema_from_toml, schema_to_toml_data
from dateline.model.text import text_sha256

ROOT = Path(__file__).resolve().parents[2]
CHARACTERS = 3_000
ENTITIES, TIMES, EVENTS = 28, 6, 6  # 40 spans an article
_WORDS = (  # noqa: SIM905 - a list of words is read as words
    "the minister met officials in capital on a visit said would sign agreement after talks border river trade "
    "oil gas pipeline leaders region summit delegation parliament election court ruling protest price wheat harvest "
    "Türkiye Çavuşoğlu Göteborg Łódź Äänekoski Niğde Iğdır Şırnak naïve façade energy council treaty ministers "
    "of and to with for by from at as that its their two three million percent last next week year month"
).split()
_ANNOTATOR = {"id": "0190a000-0000-7000-8000-000000000001", "name": "Ana", "kind": "person"}
_DAY = {"begin": "2018-04-19", "end": "2018-04-20", "granularity": "day", "approximate": False}


def schema() -> Schema:
    """Return the default schema."""
    with (ROOT / "resources" / "schemas" / "diplomacy.toml").open(encoding="utf-8") as file:
        import tomllib

        return schema_from_toml(tomllib.loads(file.read()))


def write_corpus(path: Path, articles: int) -> None:
    """Write a native JSONL of so many articles of 3 kB with 40 spans each."""
    with path.open("wb") as file:
        for record in records(articles):
            file.write(orjson.dumps(record) + b"\n")


def records(articles: int) -> Iterator[dict[str, Any]]:
    """Yield the frame, then the articles."""
    yield {
        "record": "project", "format": "dateline", "version": 1, "schema": schema_to_toml_data(schema()),
        "annotators": [_ANNOTATOR], "entities": [], "happenings": [],
    }  # fmt: skip
    chance = random.Random(7)
    ids = _ids(chance)
    for number in range(articles):
        yield _article(number, chance, ids)


def _ids(chance: random.Random) -> Iterator[str]:
    """Ids as annotators make them: sorted by time, random behind it."""
    time = 0x0190_A000_0000
    while True:
        time += chance.randrange(3)
        tail = f"{chance.getrandbits(76):019x}"
        yield f"{time >> 16:08x}-{time & 0xFFFF:04x}-7{tail[:3]}-8{tail[3:6]}-{tail[6:18]}"


def _article(number: int, chance: random.Random, ids: Iterator[str]) -> dict[str, Any]:
    words: list[str] = []
    starts: list[int] = []
    at = 0
    while at < CHARACTERS:
        word = chance.choice(_WORDS)
        starts.append(at)
        words.append(word)
        at += len(word) + 1
    text = " ".join(words)
    places = iter(sorted(chance.sample(range(len(words)), ENTITIES + TIMES + EVENTS)))

    def span() -> dict[str, Any]:
        i = next(places)
        return {"start": starts[i], "end": starts[i] + len(words[i]), "text": words[i]}

    entities = [{"id": next(ids), "label": chance.choice(("PERSON", "ORG", "GPE"))} | span() for _ in range(ENTITIES)]
    times = [
        {"id": next(ids), "label": "DATE"} | span()
        | {"value": "2018-04-19", "when": _DAY, "source": "rule", "rule": "weekday", "anchor": "2018-04-19"}
        for _ in range(TIMES)
    ]  # fmt: skip
    events = [
        {
            "id": next(ids), "label": "CONSULT", "trigger": span(), "attributes": {"modality": "asserted"},
            "arguments": [
                {"id": next(ids), "role": role, "mention": filler["id"]}
                | {k: filler[k] for k in ("start", "end", "text")}
                for role, filler in (("Agent", chance.choice(entities)), ("Time", chance.choice(times)))
            ],
        }
        for _ in range(EVENTS)
    ]  # fmt: skip
    return {
        "record": "article", "id": next(ids), "title": f"Report {number}", "published": "2018-04-19", "source": "wire",
        "position": number, "sha256": text_sha256(text), "text": text, "annotator": _ANNOTATOR, "state": "done",
        "entities": entities, "times": times, "events": events,
    }  # fmt: skip
