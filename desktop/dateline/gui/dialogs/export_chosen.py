"""What of a project is exported, as it is chosen for a format: by hand, as it was for the last export, or as usual."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from dateline.editing.kept_export import Boxes, FormatChoice
from dateline.exchange.format import Format
from dateline.exchange.options import Unit
from dateline.gui.dialogs.check_list import CheckList
from dateline.gui.dialogs.choice_rows import ChoiceRows
from dateline.model.annotation import Annotator
from dateline.model.article import State

_USUAL = FormatChoice()


class ChosenOfProject:
    """The fields that say what is exported of a project, filled anew for each format.

    What was chosen by hand since the dialog was opened stays with another format; else a format has what its last
    export had, and its own usual choice if there was none. What only it knows is its own in any case, and what it
    leaves no choice of shows what it does.
    """

    def __init__(
        self,
        lists: tuple[CheckList, CheckList, CheckList],
        unit: QComboBox,
        ticks: tuple[QCheckBox, QCheckBox, QCheckBox],
        choices: ChoiceRows,
        whose: Sequence[Annotator],
    ) -> None:
        """Fill `lists` of annotators, states and labels; `ticks`: texts without a span, boilerplate, adjudicated."""
        self._annotators, self._states, self._labels = lists
        self._unit, self._choices, self._whose = unit, choices, whose
        self._empty, self._boilerplate, self._adjudicated = ticks
        self._kept: dict[str, FormatChoice] = {}
        self._extras: dict[str, dict[str, str]] = {}
        self._shown: str | None = None  # the format
        self._by_hand = set[QWidget]()
        self._unit_by_hand, self._empty_by_hand = Unit.DOCUMENT, True
        self._told = set[QWidget]()  # the lists that are as they were for the last export
        self._new: dict[CheckList, list[str]] = {}  # what is off because it came since then
        self._void: list[CheckList] = []  # those of which nothing that was wanted then is left
        for boxes in lists:
            boxes.changed.connect(lambda it=boxes: self._by_hand.add(it))
        for tick in ticks[1:]:
            tick.toggled.connect(lambda _, it=tick: self._by_hand.add(it))
        unit.currentIndexChanged.connect(self._unit_chosen)
        self._empty.toggled.connect(self._empty_chosen)

    @property
    def whose(self) -> bool:
        """Whether somebody chose among the annotators, now or for the export before."""
        return self._is_chosen(self._annotators)

    @property
    def unchecked(self) -> list[str]:
        """What came since the last export, by name, and is off because that left something out."""
        return [boxes.texts()[it] for boxes, new in self._new.items() for it in new if not boxes.boxes()[it]]

    @property
    def void(self) -> list[str]:
        """The lists, by name, that are as usual because nothing is left of what was wanted for the last export."""
        return [boxes.accessibleName() for boxes in self._void if boxes not in self._by_hand]

    def recall(self, kept: Mapping[str, FormatChoice]) -> None:
        """Begin anew, with what was chosen for exports before, by the name of the format."""
        self._kept = dict(kept)
        self._extras = {name: dict(chosen.extra) for name, chosen in kept.items()}
        self._shown = None
        self._by_hand.clear()

    def show(self, chosen: Format) -> None:
        """Fill the fields for a format."""
        kept = self._kept.get(chosen.name, _USUAL)
        if self._shown is not None:
            self._extras[self._shown] = self._choices.chosen()
        self._shown = chosen.name
        self._choices.show(c for c in chosen.choices if c.exporting)
        self._choices.put(self._extras.get(chosen.name, {}))
        usual = {who.id: chosen.usual_kinds is None or who.kind in chosen.usual_kinds for who in self._whose}
        self._put(self._annotators, usual, kept.annotators)
        self._put(self._states, {state.value: state in chosen.usual_states for state in State}, kept.states)
        self._put(self._labels, {}, kept.labels)
        adjudicated = kept.adjudicated and self._adjudicated.isEnabled()
        ticks = ((self._boilerplate, kept.boilerplate), (self._adjudicated, adjudicated))
        for tick, on in ticks:
            if tick not in self._by_hand:
                with QSignalBlocker(tick):
                    tick.setChecked(on)
        self._show_record(chosen, kept)

    def _unit_chosen(self) -> None:
        self._by_hand.add(self._unit)
        self._unit_by_hand = Unit(self._unit.currentData())

    def _empty_chosen(self, on: bool) -> None:
        self._by_hand.add(self._empty)
        self._empty_by_hand = on

    def _show_record(self, chosen: Format, kept: FormatChoice) -> None:
        """Show what a record is, and whether texts without a span make one: as chosen, or as the format has it."""
        unit = self._unit_by_hand if self._unit in self._by_hand else kept.unit
        empty = self._empty_by_hand if self._empty in self._by_hand else kept.empty
        if not chosen.training:
            unit = Unit.SENTENCE if chosen.by_sentence else Unit.DOCUMENT
            empty = empty if chosen.by_sentence else chosen.record_of is None
        with QSignalBlocker(self._unit), QSignalBlocker(self._empty):
            self._unit.setCurrentIndex(-1 if chosen.record_of else max(0, self._unit.findData(unit)))
            self._empty.setChecked(empty)

    def to_keep(self) -> FormatChoice:
        """Return what the next export to this format is to be offered."""
        return FormatChoice(
            annotators=self._boxes(self._annotators),
            states=self._boxes(self._states),
            labels=self._boxes(self._labels),
            unit=Unit(self._unit.currentData() or Unit.DOCUMENT),  # none of them, where a record is an annotation
            empty=self._empty.isChecked(),
            boilerplate=self._boilerplate.isChecked(),
            adjudicated=self._adjudicated.isChecked(),
            extra=self._choices.chosen(),
        )

    def _is_chosen(self, boxes: CheckList) -> bool:
        return boxes in self._by_hand or boxes in self._told

    def _boxes(self, boxes: CheckList) -> dict[str, bool]:
        return boxes.boxes() if self._is_chosen(boxes) else {}

    def _put(self, boxes: CheckList, usual: Boxes, kept: Boxes) -> None:
        """Fill a list with what was kept, of those it still has.

        What is new in it is as usual, but off where something usual had been left out: who chose some wants no others.
        Where nothing would be left on, all is as usual.
        """
        self._new.pop(boxes, None)
        if boxes in self._by_hand:
            return
        self._told.discard(boxes)
        here = {value: usual.get(value, True) for value in boxes.boxes()}
        still = {value: kept[value] for value in here if value in kept}
        self._void = [other for other in self._void if other is not boxes]
        if not any(still.values()):
            boxes.put(here)
            self._void += [boxes] if any(kept.values()) else []
            return
        self._told.add(boxes)
        chosen = any(usual.get(value, True) and not on for value, on in kept.items())
        self._new[boxes] = [value for value, on in here.items() if chosen and on and value not in kept]
        boxes.put({**here, **still, **dict.fromkeys(self._new[boxes], False)})
