"""What an import would bring, or brought, in the words of the command line."""

from collections.abc import Mapping, Sequence
from typing import Any

import click

from dateline.cli.terminal import Terminal
from dateline.editing.problem_groups import grouped
from dateline.exchange.problems import EACH_SHOWN
from dateline.model.progress import Cancelled
from dateline.model.wording import counted, cut_short

_IN_FULL = 10  # notices that say the same, of what is imported
_EXAMPLES = 3  # of problems that say the same
_COLUMNS = 5  # that are named
_FIELDS = {"published": "publication date", "url": "address"}  # in words, where they are others


def annotations(found: Any) -> str:
    """Say how many annotations come in, are there already, are left out and carried over; of a preview or report."""
    new = found.annotations if (count := getattr(found, "new_annotations", None)) is None else count
    beside = [
        f"{count} {what}"
        for count, what in (
            (found.annotations_there, "there already"),
            (found.repeated, "repeated"),
            (found.passed_over, "left out"),
        )
        if count
    ] + left_out_arguments(found)
    carried = sum(revision.moved for revision in found.revisions)
    more = f" ({', '.join(beside)})" if beside else ""
    return f"{counted(new, 'annotation')}{more}{f', {carried} carried over' if carried else ''}"


def left_out_arguments(found: Any) -> list[str]:
    """Say how many arguments are left out with their roles, if any; of a preview or report."""
    return [f"{counted(left, 'argument')} left out"] if (left := found.arguments_left_out) else []


def known_texts(found: Any) -> str:
    """Say, behind how many articles are new, how many texts are not: of a preview or report."""
    there = found.known_articles - found.in_several
    known = f", {there} there already" if there else ""
    return f"{known}, {found.in_several} once more in this import" if found.in_several else known


def tell_and_ask(report: Any, progress: Terminal, *, ask: bool) -> None:
    """Tell of an import what is worth knowing and what is left out, before it stays.

    Where it is perhaps somebody's work once more, the person may stop it: then Cancelled is raised.
    """
    progress.clear()
    for group in grouped(report.notices):
        shown = group.examples if group.kind in EACH_SHOWN else group.examples[:_IN_FULL]
        for notice in shown:
            click.echo(f"dateline: {notice}", err=True)
        if (more := group.count - sum(notice.count for notice in shown)) > 0 and group.kind not in EACH_SHOWN:
            click.echo(f"dateline: and {more:,} more that say the same ({group.kind})", err=True)
    for problem in report.left_out:
        left = "" if problem.notice else "left out: "
        click.echo(f"dateline: {left}{problem}", err=True)
    if ask and report.once_more and not progress.agrees("Import it all the same?"):
        raise Cancelled


def tell_revisions(revisions: Sequence[Any]) -> None:
    """Say what newer versions take over from older ones, and what cannot be."""
    for revision in revisions:
        click.echo(
            f"{revision.new_name}: {counted(revision.moved, 'annotation')} carried over from {revision.old_name}"
        )
        if revision.reopened:
            what = f"was done by {', '.join(revision.reopened)}, and is only started: its text is another one"
            click.echo(f"dateline: {revision.new_name}: {what}", err=True)
        for words in (*revision.stayed, *revision.cut):
            click.echo(f"dateline: {revision.old_name}: stays in this older version: {words}", err=True)
        if revision.kept:
            whose = ", ".join(revision.kept)
            what = f"nothing of what {whose} did moved: this older version keeps its state, the newer one is new"
            click.echo(f"dateline: {revision.old_name}: {what}", err=True)
        elif revision.moved and (revision.stayed or revision.cut):
            what = "this older version is skipped: what stays in it is in no training set"
            click.echo(f"dateline: {revision.old_name}: {what}", err=True)
        elif revision.skipped:
            what = "this older version is skipped: the newer one stands in its place"
            click.echo(f"dateline: {revision.old_name}: {what}", err=True)


def _tell_facts(facts: Any) -> None:
    """Say what articles of the project get of what they lacked."""
    if not facts.articles:
        return
    got = [(_FIELDS.get(name, name), count) for name, count in facts.fields.most_common()]
    got += [(f"column {name}", count) for name, count in facts.columns.most_common(_COLUMNS)]
    more = f" and {further} more columns" if (further := len(facts.columns) - _COLUMNS) > 0 else ""
    said = ", ".join(f"{what} ({count})" for what, count in got) + more
    anew = f"; {counted(facts.recounted, 'date')} in their texts counted anew" if facts.recounted else ""
    gets = "article here gets" if facts.articles == 1 else "articles here get"
    click.echo(f"{facts.articles} {gets} what was missing: {said}{anew}")
    for filled in facts.first:
        each = [(_FIELDS.get(name, name), value) for name, value in filled.fields.items()]
        each += [(f"column {name}", value) for name, value in filled.columns.items()]
        click.echo(f"  {filled.name}: {'; '.join(f'{name} “{cut_short(value)}”' for name, value in each)}")
    if further := facts.articles - len(facts.first):
        click.echo(f"  and {counted(further, 'more article')}")


def _tell_notes(found: Any) -> None:
    """Say how many notes come; of a preview or report."""
    if notes := found.comments:
        what = counted(notes, "note on an article or an annotation comes", "notes on articles and annotations come")
        click.echo(f"{what} with it")


def _tell_undated(new: Any) -> None:
    """Say how many of the new articles have no date, and what that means."""
    if new.undated:
        where = "its" if new.undated == 1 else "their"
        what = f"{new.undated} without a publication date"
        click.echo(f"{what}: set it in {where} properties or import with --published, or “Thursday” cannot be dated")


def tell_besides(found: Any) -> None:
    """Say what comes besides articles and annotations, and what new articles lack; of a preview or report."""
    _tell_facts(found.facts)
    _tell_notes(found)
    _tell_undated(found.new)


def tell_preview(found: Any, progress: Terminal, of_format: Mapping[str, str], needed: Sequence[str]) -> None:
    """Print what an import would bring; `needed` are the options without which it would refuse.

    `of_format`: what becomes of labels where that was chosen in one format alone, as `in_formats` returns it.
    """
    progress.clear()
    known = known_texts(found)
    if found.nothing_new:
        unread = found.problems and not found.known_articles
        left = [f"{counted(found.passed_over, 'annotation')} left out"] if found.passed_over else []
        said = ", ".join([f"nothing new{known}", *left, *left_out_arguments(found)])
        click.echo("nothing could be read" if unread else said)
    else:
        beside = f", {annotations(found)}" if found.annotations or found.revisions else ""
        would = f"would import nothing; with {' and '.join(needed)}" if needed else "would import"
        click.echo(f"{would} {counted(found.articles, 'article')}{known}{beside}")
    tell_revisions(found.revisions)
    tell_besides(found)
    if silent := found.silent_times:
        what = counted(silent, "time expression comes", "time expressions come")
        click.echo(f"{what} without a value: the words say it, from the article's publication date")
    for article in found.new.first:
        published = article.published[:16].replace("T", " ") or "no date"
        click.echo(f"  {published:16}  {article.name}{f' ({article.source})' if article.source else ''}")
    if more := found.new.count - len(found.new.first):
        click.echo(f"  and {counted(more, 'more article')}")
    for name, count in found.annotators.items():
        click.echo(f"  by {name}: {counted(count, 'annotation')}")
    _tell_labels(found, of_format)
    for role in found.roles:
        there = f"of {role.event}, which does not have it (--map-role {role.event}.{role.name}=…)"
        click.echo(f"  {role.count:7} role {role.name} {there}  {'; '.join(role.examples)}".rstrip())
    for group in (*found.problems, *found.notices):
        click.echo(f"  {group.count:7} × {group.kind}: {group.examples[0]}", err=True)
        shown = group.examples if group.kind in EACH_SHOWN else group.examples[:_EXAMPLES]
        for further in shown[1:]:
            click.echo(f"            {further}", err=True)
        more = group.count - sum(problem.count for problem in shown)
        if more > 0 and group.kind not in EACH_SHOWN:
            click.echo(f"            and {more:,} more", err=True)


def in_formats(request: Any, found: Any) -> dict[str, str]:
    """Return what becomes of labels for which that was chosen in one format alone, with its name if others have them.

    Of these it is told what becomes of the label elsewhere, where that is not the label itself.
    """
    told: dict[str, str] = {}
    for label in found.labels:
        having = [name for name, met in found.met.items() if label.name in met]
        chosen = {
            name: kept.labels[label.name] for name, kept in request.of_format.items() if label.name in kept.labels
        }
        here = {name: _becomes(chosen[name]) for name in having if name in chosen}
        if len(having) == len(here) == 1:
            told[label.name] = here[having[0]]
        elif here:
            elsewhere = _becomes_elsewhere(label, found) if len(here) < len(having) else ""
            parts = [f"{becomes} in {name}" for name, becomes in here.items()]
            told[label.name] = ", ".join(parts + ([f"otherwise {elsewhere}"] if elsewhere else []))
    return told


def _becomes(target: str) -> str:
    return f"becomes {target}" if target else "left out"


def _becomes_elsewhere(label: Any, found: Any) -> str:
    """Return what becomes of a label where nothing was chosen for one format alone; "" where it stays itself."""
    if label.name in found.mapping:
        return _becomes(found.mapping[label.name])
    if label.known or label.name in found.new_types:
        return ""
    if found.goes_with_others(label.name):
        return "left out with what it is on"
    return f"new; --map {label.name}={label.here}" if label.here else "new"


def _tell_labels(found: Any, of_format: Mapping[str, str]) -> None:
    for label in found.labels:
        becomes = of_format.get(label.name) or _becomes_elsewhere(label, found)
        there = f"  ({becomes})" if becomes else ""
        click.echo(f"  {label.count:7} {label.layer.value} {label.name}{there}  {'; '.join(label.examples)}".rstrip())
