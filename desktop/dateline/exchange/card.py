"""The dataset card beside a training set, in Markdown, for people who did not make it."""

import re
from collections import Counter
from typing import Any

from dateline.exchange.not_taken import NotTaken
from dateline.exchange.split import Order
from dateline.model.annotation import AnnotatorKind
from dateline.model.schema import Schema
from dateline.model.wording import counted


def card(title: str, told: dict[str, Any], schema: Schema | None, losses: tuple[Any, ...], left: NotTaken) -> str:
    """Return the dataset card in Markdown, made from the manifest; what only its maker can know is left to fill in."""
    parts = told["parts"]
    articles = sum(p["articles"] for p in parts)
    lines = [*_front(title, parts), f"# {title}", ""]
    lines += [
        f"{counted(articles, 'article')} annotated with Dateline {told['dateline']}, in the format `{told['format']}`.",
        "",
        *_parts_table(parts),
        *_split_text(told["split"]),
        *_labels_table(parts, schema, lost=bool(losses)),
        "## How it was made",
        "",
        *_made(told, parts),
        *_languages(parts),
        *_left_out(left),
    ]
    if losses:
        lines += ["## What the format does not hold", ""]
        lines += [f"- {loss.kind}: {loss.count}" for loss in losses] + [""]
    rights = "*To be filled in: where the texts come from, and on what terms they may be used.*"
    lines += ["## Sources and rights", "", rights, ""]
    return "\n".join(lines)


def _front(title: str, parts: list[dict[str, Any]]) -> list[str]:
    languages = sorted({language for p in parts for language in p["languages"] if language != "unknown"})
    size = sum(p["records"] for p in parts)
    bounds = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"))
    category = next((name for most, name in bounds if size < most), "1M<n<10M" if size < 10_000_000 else "10M<n<100M")
    named = [f"  - {_yaml(language)}" for language in languages]  # no is Norwegian, and no untruth
    return [
        "---",
        f"pretty_name: {_yaml(title)}",
        *(["language:", *named] if named else []),
        "task_categories:",
        "  - token-classification",
        "size_categories:",
        f"  - {category}",
        "---",
        "",
    ]


def _yaml(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _parts_table(parts: list[dict[str, Any]]) -> list[str]:
    rows = [
        f"| {p['name']} | {p['path'] if p['files'] else 'not written'} | {p['articles']} | {p['records']} | "
        f"{' – '.join(re.split('[T ]', day)[0] for day in p['published']) if p['published'] else ''} |"
        for p in parts
    ]
    return ["| part | file | articles | records | published |", "|---|---|---|---|---|", *rows, ""]


def _split_text(split: dict[str, Any] | None) -> list[str]:
    if split is None:
        return []
    by_date = split["order"] == Order.DATE.value
    how = "by publication date, the latest last" if by_date else f"by lot (seed {split['seed']})"
    weights = "/".join(f"{weight:g}" for weight in split["weights"].values())
    return [
        f"Divided {weights} {how}. Articles about the same event, and those with the same or nearly the same text, "
        f"are in the same part; the largest such group has {counted(split['largest_group'], 'article')}.",
        "",
    ]


def _labels_table(parts: list[dict[str, Any]], schema: Schema | None, *, lost: bool) -> list[str]:
    counts: Counter[tuple[str, str]] = Counter()
    for p in parts:
        for layer, labels in p["labels"].items():
            counts.update({(layer, label): n for label, n in labels.items()})
    types = schema.by_name if schema else {}
    rows = []
    for (layer, label), count in sorted(counts.items(), key=lambda item: (item[0][0], -item[1], item[0][1])):
        known = types.get(label)
        meaning = known.description.split("\n")[0].replace("|", "\\|") if known else ""
        rows.append(f"| {label} | {layer} | {count} | {meaning} |")
    said = "Counted as they were written; what the file does not hold, or not as it was, is listed below."
    if not rows:
        return ["## Labels", "", "The format holds none.", ""]
    return [
        "## Labels",
        "",
        *([said, ""] if lost else []),
        "| label | kind | how many | what it is |",
        "|---|---|---|---|",
        *rows,
        "",
    ]


def _languages(parts: list[dict[str, Any]]) -> list[str]:
    """Say in which languages how many articles are, where that is not known of all."""
    counts: Counter[str] = Counter()
    for p in parts:
        counts.update(p["languages"])
    unknown = counts.pop("unknown", 0)
    if not unknown:
        return []
    known = ", ".join(f"{count} {language}" for language, count in counts.most_common())
    is_known = "the language of none of them is known"
    if known:
        is_known = f"the language is known of {counts.total()} of {counts.total() + unknown} articles ({known})"
    return ["## Languages", "", f"As far as was said of the articles: {is_known}.", ""]


def _left_out(left: NotTaken) -> list[str]:
    """Say what of the project was not taken by what was chosen."""
    said = [f"- {wording}" for wording in left.said()]
    return ["## What was left out by choice", "", *said, ""] if said else []


def _made(told: dict[str, Any], parts: list[dict[str, Any]]) -> list[str]:
    chosen = told["chosen"]
    who = sorted({name for p in parts for name in p["annotators"]})
    said = [f"- annotators: {', '.join(who) or 'none'}"]
    if chosen["adjudicated"]:
        said.append("- only what was adjudicated")
    if chosen["kinds"] and AnnotatorKind.MODEL.value not in chosen["kinds"]:
        said.append("- what models tagged was left out")
    if chosen["states"]:
        said.append(f"- only articles that are {', '.join(chosen['states'])}")
    said.append(f"- one {chosen['unit']} a record; units without a span: {chosen['units_without_spans']}")
    said.append("- boilerplate was kept" if chosen["boilerplate"] else "- what was marked as boilerplate was cut out")
    return [*said, "- offsets are half-open and count Unicode code points, unless the format says otherwise", ""]
