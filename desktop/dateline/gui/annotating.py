"""What keys, clicks and cards ask for while annotating, told in terms of what is selected."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import Signal

from dateline.editing import registry, tagging, times
from dateline.editing.articles import mark_region, set_note, set_state
from dateline.editing.common import page_with
from dateline.gui.date_words import as_typed
from dateline.gui.event_verbs import EventVerbs
from dateline.gui.long_work import LongWork
from dateline.gui.told_events import told_of_made
from dateline.model.annotation import Layer, Mention
from dateline.model.article import RegionKind, State
from dateline.model.changes import Changes, Kind
from dateline.model.page import Page
from dateline.model.progress import Progress, Silent
from dateline.model.registry import Entity, Happening
from dateline.model.schema import LabelType
from dateline.model.text import Span, sentence_at
from dateline.model.wording import reported
from dateline.store.articles import ArticleSummary
from dateline.store.project import Project

if TYPE_CHECKING:
    from dateline.assist.things import ThingProposal

_LONG_TEXT = 50_000  # characters


class Annotating(EventVerbs):
    """The verbs of annotating. Each acts on the session's selection and is one undoable step."""

    long_work: LongWork | None = None  # who goes through articles too long to wait for
    article_order: Callable[[], Sequence[ArticleSummary]] | None = None  # how the list has them
    deleted = Signal(object)  # the Mention that a person had selected and deleted
    event_tagged = Signal(str)  # mention id: words were just made an event, or an event of another type

    # Tagging

    def tag(self, name: str, everywhere: bool = False) -> None:
        """Tag the selection, or change the selected mention's label, or put the label on every identical occurrence.

        An event is never made of an entity or time, nor the other way round: words may well be both. On words
        that carry a mention of this kind a key changes that one: two labels on the same words are seen by nobody.
        """
        label = self._session.schema.by_name.get(name)
        if self._there is None or label is None:
            return
        project, page = self._there
        words = self.words()
        if not words:
            self._session.message.emit(self.tr("Select words first: click one, or drag over several."))
            return
        mention = self._to_relabel(page, words, label)
        if everywhere and mention is None:
            self._tag_everywhere(project, page, words, label)
        elif mention is not None:
            self._select_done(
                self._session.do(lambda: tagging.relabel(project, page, mention.id, label), "tag", say=True)
            )
        else:
            beside = next(iter(page.exactly(words)), None)
            changes = self._session.do(lambda: tagging.tag(project, page, words, label), "tag")
            if changes and changes.added and beside is not None:
                said = self.tr("{label} was added: these words are {other} as well.")
                other = self._session.schema.shown(beside.label)
                self._session.message.emit(said.format(label=label.shown, other=other))
            self._select_done(changes)

    def _to_relabel(self, page: Page, words: tuple[Span, ...], label: LabelType) -> Mention | None:
        """Return the mention on just these words that a key changes, rather than laying a second one over it."""
        event = label.layer is Layer.EVENT
        there = [m for m in page.exactly(words) if (m.layer is Layer.EVENT) == event]
        if label.layer is Layer.RELATION or any(m.label == label.name for m in there):
            return None
        chosen = [m for m in there if m.id == self._session.mention_id]
        return next(iter((*chosen, *there)), None)

    def _tag_everywhere(self, project: Project, page: Page, words: tuple[Span, ...], label: LabelType) -> None:
        """A long article is gone through beside the window, which shows how far that is and can stop it."""
        count = 0
        folded = self._session.schema.fold_identical

        def edit(own: Project, progress: Progress) -> Changes:
            nonlocal count
            changes, count = tagging.tag_everywhere(own, page, words, label, folded=folded, progress=progress)
            return changes

        def done(changes: Changes) -> None:
            self._session.broadcast(changes, "tag")
            self._say_everywhere(page, words, label, count, changes)

        if self.long_work is not None and len(page.text) > _LONG_TEXT:
            text = self.tr("Tagging every “{words}”")
            shown = " ".join(words[0].of(page.text).split())[:40]
            self.long_work.start(text.format(words=shown), edit, done)
        elif (changes := self._session.do(lambda: edit(project, Silent()), "tag", tell=False)) is not None:
            done(changes)

    def _say_everywhere(
        self, tagged: Page, words: tuple[Span, ...], label: LabelType, count: int, changes: Changes
    ) -> None:
        page = self._session.page
        # Another article, or another annotator's, may have been opened meanwhile.
        here = page and (page.article.id, page.annotator_id) == (tagged.article.id, tagged.annotator_id)
        if page and here and (there := [m for m in page.exactly(words) if m.label == label.name]):
            self._session.select_mention(there[0].id, "tag")
        text = self.tr("Tagged {n} times as {label}; one undo takes all back.")
        if count < 2:
            text = (
                self.tr("Tagged as {label}: nothing else has these words.")
                if count
                else self.tr("All of these words are tagged as {label}.")
            )
        told = told_of_made(self._session, changes) if here else ""
        self._session.message.emit(" ".join(s for s in (text.format(n=count, label=label.shown), told) if s))

    def _select_done(self, changes: Changes | None) -> None:
        if changes is not None and changes.place is not None and changes.place.record_id:
            self._session.select_mention(changes.place.record_id, "tag")
            if event := self.selected_event:
                self.event_tagged.emit(event.id)
                self.say_told()

    def delete(self) -> None:
        """Delete the selected mention."""
        mention = self.selected
        if self._there and mention:
            project, page = self._there
            if self._session.do(lambda: tagging.delete(project, page, [mention.id]), "tag", say=True):
                self.deleted.emit(mention)

    def move_edges(self, mention_id: str, fragments: Sequence[Span]) -> None:
        """Give a mention other edges."""
        if self._there:
            project, page = self._there
            self._session.do(lambda: tagging.set_fragments(project, page, mention_id, fragments), "tag")

    def add_fragment(self, mention_id: str, *spans: Span) -> None:
        """Add a piece of words, or several, to a mention."""
        if not self._there or mention_id not in self._there[1].mentions:
            return
        page = self._there[1]
        old = page.mentions[mention_id].fragments
        if over := [s for s in spans if any(f.overlaps(s) for f in old)]:
            text = self.tr("“{words}” overlaps this annotation: add other words, or drag an edge to make it longer.")
            self._session.message.emit(text.format(words=" ".join(over[0].of(page.text).split())))
        else:
            self.move_edges(mention_id, (*old, *spans))

    def set_attribute(self, name: str, value: str, mention_id: str | None = None) -> None:
        """Set an attribute of the selected mention, or of another one, which need not be on the page."""
        project, page, wanted = self._session.project, self._session.page, mention_id or self._session.mention_id
        if project is None or wanted is None:
            return
        if page is None or wanted not in page.mentions:
            page = page_with(project, wanted)
        if page is not None:
            there = page
            if not value:
                self.deny(wanted, name)
            if there.mentions[wanted].attributes.get(name, "") == value:
                self.propose()
                return
            self._session.do(lambda: tagging.set_attribute(project, there, wanted, name, value), "inspector")

    def cycle_attribute(self, name: str, *, back: bool = False) -> None:
        """Take the next value of an attribute of the selected mention; without a default, none comes after the last.

        What is proposed for it comes first. `back` takes the value before, or refuses what is proposed.
        """
        mention = self.selected
        label = self._session.schema.by_name.get(mention.label) if mention else None
        found = label.attribute(name) if label else None
        if mention is None or found is None or not found.values:
            return
        told = next((t for t in self.told if t.name == found.name), None)
        if told is not None and back:
            self.refuse_told(found.name)
            return
        now = mention.attributes.get(found.name, found.default)
        values = found.values if found.default else (*found.values, "")
        index = values.index(now) + (-1 if back else 1) if now in values else 0
        value = told.value if told is not None else values[index % len(values)]
        self.set_attribute(found.name, "" if value == found.default else value)
        self._session.message.emit(f"{found.name}: {value or '–'}")

    # Zones and notes

    def boilerplate(self) -> None:
        """Mark the selected words as boilerplate, or unmark them."""
        self._mark(RegionKind.BOILERPLATE, self.words())

    def negative(self) -> None:
        """Mark the sentence at the selection as read without an event, or unmark it."""
        words = self.words()
        sentence = sentence_at(self._there[1].text, words[0].begin) if self._there and words else None
        self._mark(RegionKind.NEGATIVE, (sentence,) if sentence else ())

    def _mark(self, kind: RegionKind, words: Sequence[Span]) -> None:
        if self._there is None:
            return
        if not words:
            self._session.message.emit(self.tr("Select words first: click one, or drag over several."))
            return
        project, page = self._there
        span = Span(words[0].begin, words[-1].end)
        self._session.do(lambda: mark_region(project, page, span, kind), "tag", say=True)

    def set_note(self, text: str, article_id: str, annotator_id: str, mention_id: str | None) -> None:
        """Write the note on a mention, or on the article; it need no longer be the one that is shown."""
        project, page = self._session.project, self._session.page
        if project is None:
            return
        if page is None or (page.article.id, page.annotator_id) != (article_id, annotator_id):
            page = project.annotations.page(article_id, annotator_id)
        noted = page
        if mention_id is None or mention_id in noted.mentions:
            self._session.do(lambda: set_note(project, noted, text, mention_id), "inspector")

    # Times

    def choose_reading(self, number: int) -> None:
        """Take the reading of this number (0 is the first alternative) of the selected time expression."""
        mention = self.selected
        if self._there is None or mention is None or mention.layer is not Layer.TIME:
            return
        project, page = self._there
        readings = times.reading_of(page, mention).alternatives
        if number < len(readings):
            chosen = lambda: times.choose_reading(project, page, mention.id, readings[number])  # noqa: E731
            self._say_moved(self._session.do(chosen, "inspector"))

    def set_date(self, mention_id: str, typed: str) -> bool:
        """Set a date by hand; False (and a message) when it cannot be read."""
        if self._there is None:
            return False
        project, page = self._there
        set_it = lambda: times.set_date(project, page, mention_id, as_typed(typed), typed)  # noqa: E731
        changes = self._session.do(set_it, "inspector")
        self._say_moved(changes)
        return changes is not None

    def _say_moved(self, changes: Changes | None) -> None:
        """Say which dates moved along with one that was set, as they may stand out of sight."""
        if changes and len(changes.altered.get(Kind.TIME_VALUE, ())) > 1:
            self._say_undone(changes)

    # Things behind mentions

    def link(self, mention_id: str, thing: Entity | Happening | None, event_id: str = "") -> None:
        """Say what is behind a mention and, for names, behind all mentions in the article with the same words.

        With `event_id`, as in a proposal, the happening is still to be made, for the mention and that event.
        """
        if self._there is None or mention_id not in self._there[1].mentions:
            return
        project, page = self._there
        mention = page.mentions[mention_id]
        if isinstance(thing, Happening) or (thing is None and mention.layer is Layer.EVENT):
            happening = thing if isinstance(thing, Happening) else None
            if happening and event_id:
                together = lambda: registry.link_together(project, page, mention_id, event_id, happening)  # noqa: E731
                self._say_undone(self._session.do(together, "inspector"))
                return
            one = lambda: registry.link_happening(project, page, [mention_id], happening)  # noqa: E731
            self._say_undone(self._session.do(one, "inspector"))
        else:
            words = mention.text_of(page.text)
            same = [
                m.id
                for m in page.in_order()
                if m.label == mention.label and m.entity_id == mention.entity_id and m.text_of(page.text) == words
            ]
            self._say_undone(self._session.do(lambda: registry.link_entity(project, page, same, thing), "inspector"))

    def _say_undone(self, changes: Changes | None) -> None:
        """Say what a step of linking did and how it is undone: one key linked it, perhaps without looking."""
        if changes:
            self._session.message.emit(self.tr("{}; undo takes it back.").format(reported(changes.label)))

    def link_as_proposed(self) -> None:
        """Link the selected mention to what it most likely stands for, or to a new thing where nothing is like it."""
        from dateline.editing.proposing import is_open, likeliest

        mention = self.selected
        if mention is None:
            return
        proposals = self.thing_proposals(mention.id)
        if best := likeliest(proposals):
            self.link(mention.id, best.thing, best.event_id)
        elif is_open(proposals):
            self._session.message.emit(self.tr("More than one could be meant: click it in the inspector, or New."))
        else:
            self.link_new(mention.id)

    def link_new(self, mention_id: str, name: str = "") -> None:
        """Make a new entity or happening out of a mention, under this name or the mention's, and link it."""
        if self._there and mention_id in self._there[1].mentions:
            page = self._there[1]
            event = page.mentions[mention_id].layer is Layer.EVENT
            made: Entity | Happening = (registry.new_happening if event else registry.new_entity)(page, mention_id)
            made = replace(made, name=name) if name else made
            self.link(mention_id, made)
            if mention_id in page.mentions and made.id in self._things_of(mention_id):
                said = (
                    self.tr("Made the happening “{name}”; undo takes it back.")
                    if event
                    else self.tr("Made the entity “{name}”; undo takes it back.")
                )
                self._session.message.emit(said.format(name=made.name))

    def _things_of(self, mention_id: str) -> tuple[str | None, str | None]:
        mention = self._there[1].mentions.get(mention_id) if self._there else None
        return (mention.entity_id, mention.happening_id) if mention else (None, None)

    def thing_proposals(self, mention_id: str) -> "list[ThingProposal]":
        """Return what a mention may stand for, with reasons: entities by name, happenings by kind, date and people."""
        from dateline.editing.proposing import thing_proposals  # with the first selection, not at the start

        if self._there is None or mention_id not in self._there[1].mentions:
            return []
        project, page = self._there
        return thing_proposals(project, page, page.mentions[mention_id])

    # Articles

    def done_and_next(self) -> None:
        """Mark the article done and open the next one to do."""
        if self._set_state(State.DONE):
            self.next_to_do()

    def skip(self) -> None:
        """Set the article aside and open the next one to do."""
        if self._set_state(State.SKIPPED):
            self.next_to_do()

    def reopen(self) -> None:
        """Set the article back to started."""
        self._set_state(State.STARTED)

    def _set_state(self, state: State) -> bool:
        if self._there is None:
            return False
        project, page = self._there
        changes = self._session.do(
            lambda: set_state(project, page.article.id, page.annotator_id, state), "articles", say=True
        )
        return changes is not None

    def next_to_do(self) -> None:
        """Open the next article that is neither done nor skipped."""
        if self._there is None:
            return
        rows, at = self._rows(*self._there)
        found = next((r.id for r in (*rows[at + 1 :], *rows[:at]) if r.state in (State.NEW, State.STARTED)), None)
        if found:
            self._session.open_article(found)
        else:
            self._session.message.emit(self.tr("Every article is done or skipped."))

    def step_article(self, by: int) -> None:
        """Open the next (1) or previous (-1) article of the list."""
        if self._there:
            rows, at = self._rows(*self._there)
            if 0 <= at + by < len(rows):
                self._session.open_article(rows[at + by].id)

    def _rows(self, project: Project, page: Page) -> tuple[Sequence[ArticleSummary], int]:
        """Return the articles in the order of the list, and where in it the open one is."""
        rows = self.article_order() if self.article_order else project.articles.summaries(page.annotator_id)
        return rows, next((i for i, r in enumerate(rows) if r.id == page.article.id), -1)
