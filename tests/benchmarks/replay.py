"""The hand and the plan behind the effort benchmark: gold annotations made again by real input events."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from dateline.app import App
from dateline.assist.propagation import identical_occurrences
from dateline.editing.sample import make_sample, preset
from dateline.gui.palette import label_keys
from dateline.gui.reader.hits import mentions_at
from dateline.gui.reader.units import Granularity, snap, unit_at
from dateline.gui.settings import Settings
from dateline.model.annotation import Layer, Mention
from dateline.model.article import RegionKind
from dateline.model.page import Page
from dateline.model.schema import LabelType
from dateline.model.text import Span
from dateline.store.project import Project
from tests.benchmarks.plan import Planner

LEFT = Qt.MouseButton.LeftButton
NONE, SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
Key = tuple[str, tuple[Span, ...]]  # a label and where it stands: the same mention in gold and in what was made


def key_of(mention: Mention) -> Key:
    return mention.label, mention.fragments


class Hand:
    """Clicks, drags and keys in the reader, each counted under the kind of annotation it is for."""

    def __init__(self, app: App) -> None:
        self.app, self.reader = app, app.window.pane.reader
        self.spent: Counter[str] = Counter()
        self.kind = ""

    def settle(self) -> None:
        for _ in range(4):
            QApplication.processEvents()

    def place(self, position: int) -> QPoint:
        """Return the middle of a character, brought into view."""
        span = Span(position, position + 1)
        self.reader.reveal(span, flash=False)
        return self.reader.rect_of(span).center()

    def click(self, position: int, held: Qt.KeyboardModifier = NONE) -> None:
        self.click_at(self.place(position), held)

    def click_at(self, point: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
        self.spent[self.kind] += 1
        QTest.mouseClick(self.reader.viewport(), LEFT, held, point)
        self.settle()

    def drag(self, span: Span, held: Qt.KeyboardModifier = NONE) -> None:
        """Drag from the first to the last character; with Alt from edge to edge."""
        self.spent[self.kind] += 1
        view = self.reader.viewport()
        self.place(span.begin)
        exact = bool(held & ALT) and not held & CTRL
        start = (
            self._edge(span.begin, end=False)
            if exact
            else self.reader.rect_of(Span(span.begin, span.begin + 1)).center()
        )
        stop = (
            self._edge(span.end - 1, end=True) if exact else self.reader.rect_of(Span(span.end - 1, span.end)).center()
        )
        QTest.mousePress(view, LEFT, held, start)
        # QTest's moves know no modifiers and no buttons: the same events by hand.
        for i in range(1, 5):
            _move(view, start + (stop - start) * i / 4, held)
        QTest.mouseRelease(view, LEFT, held, stop)
        self.settle()

    def _edge(self, position: int, *, end: bool) -> QPoint:
        rect = self.reader.rect_of(Span(position, position + 1))
        return QPoint(rect.right() if end else rect.left() + 1, rect.center().y())

    def key(self, key: str | Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        self.spent[self.kind] += 1
        QTest.keyClick(self.reader, key, held)
        self.settle()

    def select(self, span: Span) -> None:
        """Select words: one by a click, several by a drag, what does not end with words by Alt and drag.

        A click on an outlined suggestion takes all of it: a word of one is dragged over.
        """
        text = self.reader.text_blocks().text
        outlined = [s.span for s in self.reader.suggestions() if s.span.begin <= span.begin < s.span.end]
        one_word = unit_at(self.reader.text_blocks(), span.begin, Granularity.WORD) == span
        if span in outlined or (one_word and not outlined):
            self.click(span.begin)
        elif snap(text, span.begin, span.end) == span:
            self.drag(span)
        else:
            self.drag(span, ALT)


def _move(widget, point: QPoint, held: Qt.KeyboardModifier) -> None:
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent

    place = QPointF(widget.mapToGlobal(point))
    event = QMouseEvent(QEvent.Type.MouseMove, QPointF(point), place, Qt.MouseButton.NoButton, LEFT, held)
    QApplication.sendEvent(widget, event)


class Replay:
    """Makes the gold annotations of all articles of the sample again."""

    def __init__(self, folder: Path) -> None:
        with Project.open(make_sample(folder / "gold.dateline"), readonly=True) as gold:
            self._who = gold.annotations.annotators()[0].id
            self.gold = {gold.articles.get(i).name: gold.annotations.page(i, self._who) for i in gold.articles.ids()}
        path = folder / "mine.dateline"
        with Project.create(path, preset("diplomacy")) as mine, mine.step("Articles", kind="import") as step:
            for page in self.gold.values():
                step.put(page.article)
        settings = Settings()
        settings.annotator_name, settings.show_suggestions = "ada", False
        settings.flush()
        label_keys.DOUBLE_TAP = 60.0  # actions are counted, not timed: a loaded machine is no slow hand
        self._qt = QApplication.instance() or QApplication(["effort"])
        self.app = App(self._qt)
        ready: list[bool] = []
        self.app.completed.connect(lambda: ready.append(True))
        self.app.start(path)
        while not ready:
            QTest.qWait(20)
        self.app.window.resize(1480, 3200)  # all of an article is in view: links are dragged over any distance
        QTest.qWait(50)
        self.session, self.verbs = self.app.session, self.app.window.annotating
        self.schema = self.session.schema
        self.hand = Hand(self.app)
        self.made: Counter[str] = Counter()
        self.event_costs: list[tuple[tuple[int, int], int]] = []
        self._armed = ""

    @property
    def page(self) -> Page:
        assert self.session.page
        return self.session.page

    def run(self) -> None:
        for page in self.gold.values():
            assert self.session.open_article(page.article.id)
            QTest.qWait(120)
            self.hand.reader.setFocus()
            self._boilerplate(page)
            self._spans(page, Layer.ENTITY, "entity")
            self._spans(page, Layer.TIME, "time")
            self._dates(page)
            self._events(page)
            self._relations(page)
            self._negatives(page)
            QTest.qWait(120)  # what was done is learned

    def close(self) -> None:
        self.app.window.close()

    # Spans

    def _spans(self, gold: Page, layer: Layer, kind: str) -> None:
        """Label by label: the first click is followed by the label's key twice, or once while another is armed."""
        self.hand.kind = kind
        wanted: dict[str, list[Mention]] = defaultdict(list)
        for mention in gold.in_order():
            if mention.layer is layer:
                wanted[mention.label].append(mention)
        for name, mentions in sorted(wanted.items(), key=lambda each: -len(each[1])):
            self.made[kind] += len(mentions)
            todo = mentions
            while todo:
                mention = todo[0]
                self._pieces(mention)
                todo = [m for m in todo[1:] if not self._is_made(m)]
                if len(mention.fragments) == 1 and self._worth_spreading(mention, mentions, todo):
                    self.hand.key(self.schema.by_name[name].key, SHIFT)
                    todo = [m for m in todo if not self._is_made(m)]
        self._disarm()

    def _pieces(self, mention: Mention) -> None:
        """Tag the words of a mention, first a piece that is free: a label on words that have one would change that."""

        def taken(piece: Span) -> bool:
            return any((m.layer is Layer.EVENT) == (mention.layer is Layer.EVENT) for m in self.page.exactly((piece,)))

        first, *more = sorted(mention.fragments, key=taken)
        self.hand.select(first)
        self._label(self.schema.by_name[mention.label])
        for piece in more:
            self.hand.drag(piece, CTRL)

    def _label(self, label: LabelType) -> None:
        """Give the selected words a label, and hold it armed."""
        if self._armed == label.name:
            return
        strokes = label.key.split(" ")
        for stroke in strokes if self._armed else strokes * 2:
            self.hand.key(stroke)
        self._armed = label.name
        assert self.app.window.keys.armed_label == label.name, (label.name, self.app.window.keys.armed_label)

    def _disarm(self) -> None:
        if self._armed:
            self.hand.key(Qt.Key.Key_Escape)
            self._armed = ""

    def _is_made(self, mention: Mention) -> bool:
        return any(m.label == mention.label for m in self.page.exactly(mention.fragments))

    def _worth_spreading(self, mention: Mention, same: Sequence[Mention], todo: Iterable[Mention]) -> bool:
        """One key for at least two more, and for none that is not wanted."""
        span = mention.fragments[0]
        found = list(identical_occurrences(self.page.text, span, folded=self.schema.fold_identical))
        zones = self.page.boilerplate()
        covered = [m.fragments[0] for m in same if len(m.fragments) == 1]
        new = [s for s in found if not any(z.overlaps(s) for z in zones)]
        if not all(
            s in covered or any(m.span.covers(s) for m in self.page.mentions.values() if m.label == mention.label)
            for s in new
        ):
            return False
        return sum(m.fragments[0] in new for m in todo) > 1

    def _dates(self, gold: Page) -> None:
        """Put right the dates that the rules read otherwise, by the keys of the other readings or by typing."""
        self.hand.kind = "date put right"
        for mention in gold.in_order():
            value = gold.times.get(mention.id)
            mine = self._mine(mention) if value else None
            if value is None or mine is None:
                continue
            got = self.page.times[mine.id]
            if (got.value, got.when) == (value.value, value.when):
                continue
            self.made["date put right"] += 1
            self._choose(mine)
            from dateline.editing.times import reading_of

            readings = reading_of(self.page, mine).alternatives
            at = next((i for i, r in enumerate(readings) if (r.value, r.when) == (value.value, value.when)), None)
            if at is not None:
                self.hand.key(str(at + 1))
            else:
                self._type_date(value.value)

    def _choose(self, mine: Mention) -> None:
        """Select a mention by clicks; one more goes on to what lies over it."""
        for _ in range(6):
            if self.session.mention_id == mine.id:
                return
            self.hand.click_at(self._point(mine))
        raise AssertionError(f"{mine.text_of(self.page.text)!r} cannot be clicked on")

    def _type_date(self, value: str) -> None:
        QTest.qWait(80)  # the inspector follows a moment later
        field = self.app.window.inspector.time_card.field
        self.app.window.inspector.ensureWidgetVisible(field)
        QTest.mouseClick(field, LEFT)
        QTest.keyClicks(field, value)
        QTest.keyClick(field, Qt.Key.Key_Return)
        self.hand.spent[self.hand.kind] += 2 + len(value)
        self.hand.settle()
        self.hand.reader.setFocus()

    # Events

    def _events(self, gold: Page) -> None:
        """Type by type, since a type can be held armed; fillers that are events themselves when all are there."""
        by_type: dict[str, list[Mention]] = defaultdict(list)
        for event in gold.events():
            by_type[event.label].append(event)
        costs: Counter[str] = Counter()
        for events in sorted(by_type.values(), key=len, reverse=True):
            for event in events:
                before = self.hand.spent["event"]
                self.hand.kind = "event"
                self._pieces(event)
                self._fill(gold, event)
                costs[event.id] += self.hand.spent["event"] - before
                self._attributes(event)
        self._disarm()
        for event in gold.events():
            if missing := self._missing(gold, event):
                before = self.hand.spent["event"]
                self.hand.kind = "event"
                mine = self._mine(event)
                assert mine, (event, "was not made")
                self._choose(mine)
                assert missing
                self._fill(gold, event)
                costs[event.id] += self.hand.spent["event"] - before
        for event in gold.events():
            roles = [a.role for a in gold.arguments_of(event.id)]
            shape = (sum(r != "Time" for r in roles), sum(r == "Time" for r in roles))
            self.event_costs.append((shape, costs[event.id]))
            self.made["event"] += 1

    def _attributes(self, event: Mention) -> None:
        """Each press of an attribute's key takes its next value; what was taken wrongly is put right so."""
        self.hand.kind = "attribute"
        label = self.schema.by_name[event.label]
        assert set(event.attributes) <= {a.name for a in label.attributes}
        for attribute in label.attributes:
            name, value = attribute.name, event.attributes.get(attribute.name, attribute.default)
            self.made["attribute"] += name in event.attributes
            for _ in range(len(attribute.values) + 1):
                mine = self.verbs.selected
                if mine and mine.attributes.get(name, attribute.default) == value:
                    break
                self.hand.key(attribute.key)

    def _mine(self, gold: Mention) -> Mention | None:
        return next((m for m in self.page.exactly(gold.fragments) if m.label == gold.label), None)

    def _missing(self, gold: Page, event: Mention) -> list[tuple[str, str]]:
        """Return (role, mine) for the arguments that are not there and whose fillers are."""
        mine = self._mine(event)
        there = {(a.role, a.filler_id) for a in self.page.arguments_of(mine.id)} if mine else set()
        found = [(a.role, self._mine(gold.mentions[a.filler_id])) for a in gold.arguments_of(event.id)]
        return [(role, m.id) for role, m in found if m is not None and (role, m.id) not in there]

    def _fill(self, gold: Page, event: Mention) -> None:
        """Fill an event's roles with as few actions as the window allows, by what is there to fill them with."""
        mine = self._mine(event)
        assert mine, (event.label, event.text_of(gold.text))
        QTest.qWait(80)  # what the event before taught is learned
        while self.app.window.suggesting.busy:
            QTest.qWait(5)
        wanted = [(a.role, self._mine(gold.mentions[a.filler_id])) for a in gold.arguments_of(event.id)]
        planner = Planner(self.page, self.schema, self.app.window.suggesting.roles, mine.id)
        there = tuple((a.role, a.filler_id) for a in self.page.arguments.values() if a.event_id == mine.id)
        for how, what in planner.plan(there, frozenset((role, m.id) for role, m in wanted if m)):
            self._act(mine, how, what)
        assert not self._missing(gold, event), event.text_of(gold.text)

    def _act(self, mine: Mention, how: str, what: object) -> None:
        if how == "enter":
            self.hand.key(Qt.Key.Key_Return)
        elif isinstance(what, Span):
            self.hand.drag(what, CTRL)
        elif isinstance(what, str):
            self.hand.click_at(self._point(self.page.mentions[what], alone=True), CTRL)
        elif isinstance(what, tuple) and how in {"key", "add"}:
            role = self.schema.by_name[mine.label].role(what[0])
            assert role
            self.hand.key(role.key)
            held = Qt.KeyboardModifier.ShiftModifier if how == "add" else NONE
            self.hand.click_at(self._point(self.page.mentions[what[1]], alone=True), held)
        elif isinstance(what, tuple):
            self._drop(mine, what)

    def _drop(self, mine: Mention, filled: tuple[str, str]) -> None:
        """Take a filler out in the inspector."""
        QTest.qWait(60)  # it follows a moment later
        self.hand.spent[self.hand.kind] += 1
        card = self.app.window.inspector.event_card
        drops = [b for b in card.findChildren(QToolButton) if b.accessibleName() == card.tr("Take out")]
        roles = [r.name for r in self.schema.by_name[mine.label].roles]
        shown = [(a.role, a.filler_id) for r in roles for a in self.page.arguments_of(mine.id) if a.role == r]
        button = [b for b in drops if b.isVisible()][shown.index(filled)]
        self.app.window.inspector.ensureWidgetVisible(button)
        QTest.mouseClick(button, LEFT)
        self.hand.settle()
        self.hand.reader.setFocus()

    def _point(self, mention: Mention, *, alone: bool = False) -> QPoint:
        """Return a point of a mention: where it is the innermost (`alone`) or the outermost, else its tag."""
        reader = self.hand.reader
        for fragment in mention.fragments:
            for position in range(fragment.begin, fragment.end):
                if self.page.text[position].isspace():
                    continue
                point = self.hand.place(position)
                found = reader.hit(point)
                sheet = reader.sheet()
                if found is None or sheet is None or found.position != position:
                    continue
                ids = mentions_at(sheet, found)
                if ids and (ids[-1] if alone else ids[0]) == mention.id and found.tag is None:
                    return point
        self.hand.place(mention.span.begin)
        sheet = reader.sheet()
        assert sheet
        at = reader.line_of(mention.span.begin)
        tag = next((t for t in at.shape.tags if t.owner == mention.id), None)
        if tag is not None:
            return reader.to_viewport(tag.x + tag.width / 2, at.top + sheet.lift(at.shape) + 5)
        return self.hand.place(mention.span.begin)

    # The rest

    def _boilerplate(self, gold: Page) -> None:
        self.hand.kind = "boilerplate"
        for span in gold.boilerplate():
            self.made["boilerplate"] += 1
            self.hand.drag(span)
            self.hand.key(Qt.Key.Key_B, CTRL)

    def _negatives(self, gold: Page) -> None:
        self.hand.kind = "negative"
        for region in gold.negatives():
            self.made["negative"] += 1
            taken = [m.span for m in self.page.mentions.values()]
            free = [p for p in range(region.span.begin, region.span.end) if self.page.text[p].isalnum()]
            spot = next((p for p in free if not any(s.begin <= p < s.end for s in taken)), free[0])
            self.hand.click(spot)
            self.hand.key("0")

    def _relations(self, gold: Page) -> None:
        """Drag from one mention to the other with Ctrl and Alt, and click what is offered."""
        self.hand.kind = "relation"
        for relation in gold.relations.values():
            source = self._mine(gold.mentions[relation.source_id])
            target = self._mine(gold.mentions[relation.target_id])
            if source is None or target is None:
                continue
            self.made["relation"] += 1
            self._link(source, target)
            menu = QApplication.activePopupWidget()
            assert menu is not None, (relation.label, source.text_of(self.page.text), target.text_of(self.page.text))
            wanted = self.schema.by_name[relation.label].shown
            action = next(a for a in menu.actions() if a.text() == wanted)
            self.hand.spent["relation"] += 1
            QTest.mouseClick(menu, LEFT, NONE, menu.actionGeometry(action).center())
            self.hand.settle()

    def _link(self, source: Mention, target: Mention) -> None:
        self.hand.reader.select_mention(None)
        self.hand.spent["relation"] += 1
        view = self.hand.reader.viewport()
        start, stop = self._point(source, alone=True), self._point(target, alone=True)
        QTest.mousePress(view, LEFT, CTRL | ALT, start)
        for i in range(1, 5):
            _move(view, start + (stop - start) * i / 4, CTRL | ALT)
        QTest.mouseRelease(view, LEFT, CTRL | ALT, stop)
        self.hand.settle()

    # What came of it

    def differences(self) -> Counter[str]:
        """Return how many annotations are missing or too many, by kind; some are printed."""
        wrong: Counter[str] = Counter()
        project, who = self.session.project, self.session.annotator
        assert project
        assert who
        for gold in self.gold.values():
            mine = project.annotations.page(gold.article.id, who.id)
            for kind, ours, theirs in zip(_KINDS, _said(mine), _said(gold), strict=True):
                for what, found in (("missing", theirs - ours), ("too much", ours - theirs)):
                    wrong[kind] += len(found)
                    for each in sorted(found, key=repr)[:5]:
                        print(what, gold.article.name, kind, each)
        return wrong


_KINDS = ("mention", "value", "argument", "relation", "region")


def _said(page: Page) -> tuple[set[object], ...]:
    """Return what a page says, without ids: mentions with attributes, values, arguments, relations, regions."""

    def words(mention_id: str) -> object:
        mention = page.mentions[mention_id]
        return (*key_of(mention), mention.text_of(page.text))

    attributes = {m.id: tuple(sorted(m.attributes.items())) for m in page.mentions.values()}
    return (
        {(words(m.id), attributes[m.id]) for m in page.mentions.values()},
        {(words(t.id), t.value, t.when) for t in page.times.values()},
        {(words(a.event_id), a.role, words(a.filler_id)) for a in page.arguments.values()},
        {(words(r.source_id), r.label, words(r.target_id)) for r in page.relations.values()},
        {(r.kind, r.span) for r in page.regions.values() if r.kind in (RegionKind.NEGATIVE, RegionKind.BOILERPLATE)},
    )
