"""What is to be said of a division into parts: of its sizes, what was kept together, and what nothing was left for."""

from collections.abc import Iterator, Mapping

from dateline.exchange.moves import Moved
from dateline.exchange.split import Order, Plan, Split
from dateline.model.wording import Wording, first_of, tr

_DAYS = 3  # that are named


def articles(count: int) -> Wording:
    """Return "1 article" or "4 articles"."""
    return Wording(tr("1 article") if count == 1 else tr("{count} articles"), {"count": str(count)})


def of_parts(counts: Mapping[str, int]) -> str:
    """Return numbers by part: "train 8, dev 1, test 1"."""
    return ", ".join(f"{name} {count}" for name, count in counts.items())


def notes_of_split(plan: Plan, split: Split, *, sizes: bool = True) -> Iterator[Wording]:
    """Yield what to know of a division; it can be said before anything is written.

    Without `sizes` what the sizes show by themselves is left out, for where they stand beside.
    """
    yield from _moved(plan.moved)
    yield from _shares(split)
    if sizes and plan.largest_group > 1:  # else each is by itself; how many they are is said with the files
        kept = tr("articles about one happening, or of nearly one text, were kept together; groups: {groups}")
        yield Wording(kept, {"groups": of_parts(plan.groups)})
    if plan.days:
        within = tr("articles of {days} are in two parts: a boundary between them is within the day")
        yield Wording(within, {"days": first_of(plan.days, _DAYS)})
    chosen = sum(plan.articles.values())
    yield from _undated(plan, chosen)
    if sizes and chosen < plan.among and any(abs(plan.articles[n] - size) > 1 for n, size in plan.quotas.items()):
        by_lot = tr(
            "all {among} of the project were divided, whichever are exported: until articles, dates or happenings "
            "change, another export in the same parts with seed {seed} tests on nothing that this one trains on; of "
            "the {chosen} exported: {sizes}"
        )
        by_date = tr(
            "all {among} of the project were divided, whichever are exported: until articles, dates or happenings "
            "change, another export in the same parts by date tests on nothing that this one trains on; of the "
            "{chosen} exported: {sizes}"
        )
        of_these = {"among": articles(plan.among), "chosen": articles(chosen)}
        said = by_date if split.order is Order.DATE else by_lot
        yield Wording(said, {**of_these, "seed": str(split.seed), "sizes": of_parts(plan.articles)})
    yield from _empty(plan, split, chosen)


def _undated(plan: Plan, chosen: int) -> Iterator[Wording]:
    """Yield how many articles a division by date cannot place, and what to do about it."""
    undated = sum(plan.undated.values())
    if not undated:
        return
    if undated == chosen:
        none = tr(
            "no article that is exported has a publication date: there is nothing to divide by; give them their dates"
            " first, or divide by lot"
        )
        yield Wording(none)
        return
    where = of_parts({name: count for name, count in plan.undated.items() if count})
    one = tr("1 article has no publication date to be divided by ({where}); give it its date first, or divide by lot")
    several = tr(
        "{count} articles have no publication date to be divided by ({where}); give them their dates first, or divide"
        " by lot"
    )
    yield Wording(one if undated == 1 else several, {"count": str(undated), "where": where})


def _moved(moved: Moved) -> Iterator[Wording]:
    """Say how much of what the export before had is in another part now, and what that does to what is measured."""
    if moved.untold:
        untold = tr(
            "no manifest tells of the parts of an earlier export that lie here: what of them is in another part now"
            " cannot be told; this export writes one, so that the next can tell it"
        )
        yield Wording(untold)
    if into := moved.into_training():
        one = tr(
            "1 article that the export before this one had in another part ({where}) is in {part} now: a model trained"
            " on that has seen what others were measured on; compare them on texts that none was trained on, or choose"
            " another name to keep both"
        )
        several = tr(
            "{articles} that the export before this one had in other parts ({where}) are in {part} now: a model trained"
            " on that has seen what others were measured on; compare them on texts that none was trained on, or choose"
            " another name to keep both"
        )
        yield _of_moved(one, several, into, moved.training)
    if out := moved.out_of_training():
        one = tr(
            "1 article that {part} of the export before this one had is in another part now ({where}): a model trained"
            " on that has seen it; train anew, or choose another name to keep both"
        )
        several = tr(
            "{articles} that {part} of the export before this one had are in other parts now ({where}): a model trained"
            " on that has seen them; train anew, or choose another name to keep both"
        )
        yield _of_moved(one, several, out, moved.trained)
    if others := moved.among_others():
        one = tr(
            "1 article is in another part than in the export before this one ({where}): what is measured on these"
            " parts now is measured on other texts; measure anew what is compared"
        )
        several = tr(
            "{articles} are in other parts than in the export before this one ({where}): what is measured on these"
            " parts now is measured on other texts; measure anew what is compared"
        )
        yield _of_moved(one, several, {f"{then} → {now}": count for (then, now), count in others.items()}, "")


def _of_moved(one: str, several: str, counts: Mapping[str, int], part: str) -> Wording:
    count = sum(counts.values())
    said: dict[str, str | Wording] = {"articles": articles(count), "part": part, "where": of_parts(counts)}
    return Wording(one if count == 1 else several, said)


def _shares(split: Split) -> Iterator[Wording]:
    whole = sum(weight for _, weight in split.parts)
    if round(whole, 6) not in (1, 100):
        shares = ", ".join(f"{name} {weight / whole:.0%}" for name, weight in split.parts)
        text = tr("{split} are parts of {whole}, not of 100: {shares}")
        yield Wording(text, {"split": str(split), "whole": f"{whole:g}", "shares": shares})


def _empty(plan: Plan, split: Split, chosen: int) -> Iterator[Wording]:
    """Yield which parts are empty, why, and what to do about it."""
    asked = [name for name, weight in split.parts if weight > 0]
    empty = [name for name in asked if not plan.articles[name]]
    if not empty:
        return
    groups = sum(plan.groups.values())
    undated = bool(sum(plan.undated.values()))
    if groups < len(asked) and plan.largest_group > 1:
        one = tr("{articles} that belong together make 1 group, and a part needs one")
        several = tr("{articles} that belong together make {groups} groups, and a part needs one")
        why = Wording(one if groups == 1 else several, {"articles": articles(chosen), "groups": str(groups)})
        todo = tr("choose more articles or fewer parts")
    elif chosen == plan.among:
        why = Wording(tr("there are too few, {articles}"), {"articles": articles(chosen)})
        todo = tr("choose more articles or fewer parts")
    else:
        text = tr("there are too few, {articles} of the {among} that were divided")
        why = Wording(text, {"articles": articles(chosen), "among": str(plan.among)})
        todo = tr("choose more articles or fewer parts")
        if undated:
            todo = tr("give the articles without a date theirs, or divide by lot")
        elif split.order is Order.DATE:
            todo = tr("choose more articles, larger parts, or a division by lot")
        elif groups >= len(asked):
            todo = tr("choose more articles, larger parts, or another seed")
    text = tr("nothing is left for {parts}: {why}; {todo}")
    yield Wording(text, {"parts": ", ".join(empty), "why": why, "todo": Wording(todo)})
