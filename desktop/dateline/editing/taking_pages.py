"""The pages of one import: whose each is, what of it is not here yet, and what differs from what is."""

from collections.abc import Iterator

from msgspec.structs import replace

from dateline.editing.arrivals import Arrivals
from dateline.editing.fresh_ids import ids_here, rehomed, with_fresh_ids
from dateline.editing.import_report import ImportReport
from dateline.editing.joining_schemas import JoiningSchemas
from dateline.editing.links_as_here import linked_as_here
from dateline.editing.onlooker import Onlooker
from dateline.editing.recognising import Recognising, ThingsByExternalId
from dateline.editing.redelivery import Redelivery
from dateline.editing.rejoining import count_of, marks_of, rejoin, told, told_of_record
from dateline.editing.taken_states import TakenStates
from dateline.editing.times import dated_by_words
from dateline.editing.whose import Whose
from dateline.editing.zones import Zones
from dateline.exchange.problems import Tally
from dateline.model.annotation import Annotations, Annotator, Comment, Mention, Relation
from dateline.model.article import Article, Region, State
from dateline.model.bundle import Bundle
from dateline.model.changes import Kind
from dateline.store.annotations import FIELDS
from dateline.store.bulk import BulkWriter
from dateline.store.project import Project
from dateline.store.step import Step


class TakingPages:
    """Takes in pages of articles that are in the project by now, each into what its annotator has there."""

    def __init__(
        self,
        project: Project,
        step: Step,
        writer: BulkWriter,
        arrived: Arrivals,
        whose: Whose,
        schemas: JoiningSchemas,
        onlooker: Onlooker,
        report: ImportReport,
        notices: Tally,
    ) -> None:
        self._project, self._step, self._writer, self._arrived = project, step, writer, arrived
        self._whose, self._schemas, self._onlooker = whose, schemas, onlooker
        self._report, self._notices = report, notices
        self._outside = ThingsByExternalId(project)
        self._zones = Zones(project)
        self._states = TakenStates(project, step, writer, notices)
        self._silent: set[str] = set()  # time expressions of the page without a value of their own
        self.redelivery = Redelivery(project)
        self.things = Recognising(project, self._outside)  # of this source
        self.labels: set[str] = set()  # that annotations this source has brought have, and no schema

    def settle(self) -> None:
        """Let the next source join what this one brought."""
        self._states.settle()
        self.things = Recognising(self._project, self._outside)

    def take(self, bundle: Bundle, article_id: str) -> None:
        """Take in a page of an article that is in the project by now."""
        annotations, self._silent = dated_by_words(bundle.annotations, lambda: self._as_it_is(bundle, article_id))
        bundle = replace(bundle, annotations=annotations)
        joins = article_id in self._arrived.joined
        who = self._whose.of_page(bundle, article_id if joins else None)
        if who is not None:
            self._onlooker.page(who, bundle)
        moved = article_id != bundle.article.id or any(o.article_id != article_id for o in _of_article(annotations))
        other = who is not None and bundle.annotator is not None and who.id != bundle.annotator.id
        brought = self._take_annotations(bundle, article_id, who, rehome=moved or other)
        if who is not None and (brought or self._arrived.whole or bundle.state is not State.NEW):
            self._report.states += self._states.take(article_id, who, bundle.state, self.arrive, part=bundle.part)

    def _as_it_is(self, bundle: Bundle, article_id: str) -> Article:
        if bundle.joint:
            self._writer.flush()
        there = bundle.joint or not self._arrived.fresh
        return (self._project.articles.find(article_id) if there else None) or bundle.article

    def arrive(self, who: Annotator) -> None:
        """Add an annotator who brings something, where they are new."""
        if self._whose.arrives(who):
            self._report.newcomers.append(who.name)
            self._writer.add([who])

    def _take_annotations(self, bundle: Bundle, article_id: str, who: Annotator | None, *, rehome: bool) -> bool:
        """Take in what of a page is not here yet; say whether that is anything of the annotator's own."""
        annotations, arrived, brought = bundle.annotations, self._arrived, False
        again = who is not None and not arrived.lossless and not arrived.pages.add(f"{article_id}\0{who.id}")
        joins = again or article_id in arrived.joined
        if again:
            self._writer.flush()  # the record of this page that came before
        if not arrived.fresh:
            if joins and article_id in arrived.filled:
                self._writer.flush()  # another record of this source has been taken into the same page
            arrived.filled.add(article_id)
            text = bundle.article.text
            annotations = with_fresh_ids(self._project, annotations, article_id, who.id if who else None, text)
            annotations = self.things.linked(annotations, article_id if joins else None, text, who.id if who else "")
        seen: set[str] = set() if arrived.fresh else ids_here(self._project, annotations)
        come = count_of(annotations)
        if who and joins:
            annotations = self._rejoined(annotations, article_id, who, seen, bundle, again=again)
        self._report.known_records += come - count_of(annotations)
        for kind, name in FIELDS.items():
            records = getattr(annotations, name)
            new = [r for r in records if r.id not in seen]
            if kind is Kind.REGION:
                new = self._zones.new(new, article_id, fresh=arrived.fresh)
            self._report.known_records += len(records) - len(new)
            self._report.records += len(new)
            if kind is Kind.MENTION:
                self.things.need(new)
                self._report.silent_times += sum(m.id in self._silent for m in new)
                if who is not None and joins:
                    self.redelivery.look(who, article_id, new)
            if kind in (Kind.MENTION, Kind.RELATION):
                self._report.annotations += len(new)
                self.labels.update(r.label for r in new if r.label not in self._schemas.own.by_name)
                if new and who is not None:
                    self._report.annotators[who.name] = self._report.annotators.get(who.name, 0) + len(new)
            if kind is Kind.COMMENT:
                self._report.comments += len(new)
            if who is not None and any(kind is not Kind.REGION or r.annotator_id for r in new):
                self.arrive(who)
                brought = True
            self._writer.add([rehomed(r, kind, article_id, who.id if who else None) for r in new] if rehome else new)
        return brought

    def _rejoined(
        self, come: Annotations, article_id: str, who: Annotator, seen: set[str], bundle: Bundle, *, again: bool
    ) -> Annotations:
        """Return what of a page is not here yet; links that are missing here are made, and what differs is told."""
        here = self._project.annotations.of(article_id, who.id)
        come = linked_as_here(come, here) if bundle.one_sort else come
        found = rejoin(come, here, seen, bundle.article.text, notes_adrift=bundle.notes_adrift)
        page = f"{article_id}\0{who.id}"
        if not again and not count_of(here):
            self._arrived.blank.add(page)
        alone = again and (article_id in self._arrived.came or page in self._arrived.blank)
        if alone:
            self._report.repeated += marks_of(come) - marks_of(found.new)
        if again:
            self.redelivery.look_further(who, article_id, found)
        elif not self._arrived.lossless:
            self.redelivery.look_again(who, article_id, come, here, found, part=bundle.part)
        if again and not bundle.joint:
            self._notices.add(told_of_record(bundle.article, who, come, here, alone=alone))
        if found.differences:
            article = self._project.articles.get(article_id)
            self._notices.extend(told(article, found.differences, self.things.name))
        self._report.records += len(found.linked)
        self.things.need(found.linked)
        for mention in found.linked:
            self._step.put(mention)
        return found.new


def _of_article(page: Annotations) -> Iterator[Mention | Relation | Comment | Region]:
    """Yield what names the article it is of."""
    yield from page.mentions
    yield from page.relations
    yield from page.comments
    yield from page.regions
