"""Attributes of the sources that the schema does not have: those that deny or doubt an event, and all others.

Programs say in many ways that an event is denied or uncertain ("Negation", "Speculation", ACE's "Modality: Other"). On
an event whose type can say so in its own words it is said in these, if it can mean nothing else: a confidence is the
annotator's, and a polarity of which one value is "Neutral" a sentiment. What else no type has is kept, and told.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import TypeVar

from msgspec.structs import replace

from dateline.assist.attributes import value_for
from dateline.assist.told_as import Manner
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import Problem, ProblemKind, worded
from dateline.model.annotation import Layer, Mention
from dateline.model.bundle import Bundle
from dateline.model.progress import Rounds
from dateline.model.schema import LabelType, Schema
from dateline.model.wording import Wording, tr

_ONE = tr("the attribute {names} is not among those of {label}; it is kept under that name")
_MANY = tr("the attributes {names} are not among those of {label}; they are kept under these names")
_TAKEN = tr("{said} is taken for {name}: {value} ({label}, {count} ×)")
_TO_DO = tr("Add it to the label under Edit → Labels…; until then only the inspector shows it")

_Values = Mapping[str, Manner | None]  # what values say; None: that the event is asserted

_TRUE, _FALSE = ("true", "yes", "1"), ("false", "no", "0")
_ASSERTED = ("positive", "pos", "+", "asserted", "certain", "actual", "factual")


def _saying(manner: Manner, values: Iterable[str], asserted: Iterable[str]) -> _Values:
    return {**dict.fromkeys(values, manner), **dict.fromkeys(asserted, None)}


_NEGATION = _saying(Manner.NEGATED, _TRUE, _FALSE)
_SPECULATION = _saying(Manner.POSSIBLE, _TRUE, _FALSE)
_POLARITY = _saying(Manner.NEGATED, ("negative", "neg", "-", "negated"), _ASSERTED)
_MODALITY: _Values = {
    **_saying(
        Manner.POSSIBLE,
        ("other", "uncertain", "possible", "probable", "potential", "hypothetical", "conditional", "speculated",
         "speculative", "doubtful"),
        _ASSERTED,
    ),
    **dict.fromkeys(("planned", "scheduled", "intended", "future"), Manner.PLANNED),
}  # fmt: skip
_FLAGS: Mapping[str, _Values] = {  # by the names of attributes, case aside
    **dict.fromkeys(("negation", "negated"), _NEGATION),
    **dict.fromkeys(("speculation", "speculated", "speculative"), _SPECULATION),
}
_SCALES: Mapping[str, _Values] = {"polarity": _POLARITY, "modality": _MODALITY, "factuality": _MODALITY}
_SAYING = {**_FLAGS, **_SCALES}


class AnotherSense(Exception):
    """An attribute that was taken for one of ours has a value by which it means something else; `name` is folded."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(name)


Taken = TypeVar("Taken")


def in_its_sense(options: ReadOptions, take: Callable[[ReadOptions], Taken]) -> Taken:
    """Return what `take` returns; it is called again for each attribute that it finds to mean something else."""
    rounds = Rounds(options.progress)
    options = replace(options, progress=rounds)
    while True:
        try:
            return take(options)
        except AnotherSense as found:
            options = replace(options, as_named=options.as_named | {found.name})
            rounds.begin()


class ForeignAttributes:
    """Looks at pages as they come, under the labels they have here.

    `as_named`: names, case folded, of attributes that are left as they are. `fitted` raises AnotherSense.
    """

    def __init__(self, schema: Schema, as_named: Collection[str] = ()) -> None:
        self._as_named = set(as_named)
        self._used: set[str] = set()  # names of scales that were taken for something
        self._types: dict[str, LabelType] = {}
        self._unknown: defaultdict[str, dict[str, None]] = defaultdict(dict)  # by label
        self._taken: Counter[tuple[str, str, str, str]] = Counter()  # by label, what was said, and what that is here
        self.learn(schema)

    def learn(self, schema: Schema) -> None:
        """Take in the types of a source's schema that the project does not have."""
        for label in schema.types:
            self._types.setdefault(label.name, label)

    def fitted(self, bundle: Bundle) -> Bundle:
        """Return a page whose events say what they can in the words of their types."""
        mentions = bundle.annotations.mentions
        if not any(m.attributes for m in mentions):
            return bundle
        fitted = tuple(self._fitted(m) if m.attributes else m for m in mentions)
        return replace(bundle, annotations=replace(bundle.annotations, mentions=fitted))

    def _fitted(self, mention: Mention) -> Mention:
        label = self._types.get(mention.label)
        own = {a.name: a.values for a in label.attributes} if label else {}
        self._look(mention, own)
        kept = {n: v for n, v in mention.attributes.items() if n in own and (not own[n] or v in own[n])}
        for name, value in mention.attributes.items():
            if name in kept:
                continue
            said = f"{name}: {value}"
            here = self._here(label, name, value) if label and mention.layer is Layer.EVENT else None
            if here is None or kept.get(here[0], here[1]) != here[1]:
                kept[name] = value
                if name not in own:
                    self._unknown[mention.label][name] = None
            else:
                kept[here[0]] = here[1]
                self._used.add(name.casefold())
                self._taken[mention.label, said, here[0], here[1]] += 1
        return mention if kept == mention.attributes else replace(mention, attributes=kept)

    def _look(self, mention: Mention, own: Mapping[str, Sequence[str]]) -> None:
        """Find scales that have a value beyond those that say how an event is told."""
        for name, value in mention.attributes.items():
            folded = name.casefold()
            if folded in _SCALES and value.casefold() not in _SCALES[folded] and value not in own.get(name, ()):
                if folded in self._used:
                    raise AnotherSense(folded)
                self._as_named.add(folded)

    def _here(self, label: LabelType, name: str, value: str) -> tuple[str, str] | None:
        """Return the type's attribute and value that say the same, None where it has none."""
        says = {} if name.casefold() in self._as_named else _SAYING.get(name.casefold(), {})
        if value.casefold() not in says:
            return None
        manner = says[value.casefold()]
        for attribute in label.attributes:
            manners = {m for m in says.values() if m is not None and value_for(attribute, m)}
            if manner in manners:
                return attribute.name, value_for(attribute, manner) or ""
            if manner is None and manners and attribute.default.casefold() in _ASSERTED:
                return attribute.name, attribute.default
        return None

    def told(self) -> list[Problem]:
        """Return a notice for what was taken for what, and for each label that lacks attributes."""
        told = []
        for (label, said, name, value), count in self._taken.most_common():
            details = {"said": said, "name": name, "value": value, "label": self._shown(label), "count": f"{count}"}
            told.append(worded(Wording(_TAKEN, details), kind=ProblemKind.ATTRIBUTE))
        for label, names in self._unknown.items():
            details = {"names": ", ".join(names), "label": self._shown(label)}
            wording = Wording(_ONE if len(names) == 1 else _MANY, details)
            told.append(worded(wording, _TO_DO, kind=ProblemKind.ATTRIBUTE))
        return told

    def _shown(self, label: str) -> str:
        return self._types[label].shown if label in self._types else label
