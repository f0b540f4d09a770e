"""One import while it runs: source by source, each article with its pages, joined with what is there."""

from pathlib import Path

from msgspec.structs import replace

from dateline.editing.arrivals import Arrivals
from dateline.editing.foreign_attributes import ForeignAttributes
from dateline.editing.fresh_ids import original_of
from dateline.editing.held_parts import HeldParts
from dateline.editing.import_report import ImportReport
from dateline.editing.import_request import ImportRequest
from dateline.editing.joining_schemas import JoiningSchemas
from dateline.editing.joint_articles import JointArticles
from dateline.editing.known_facts import KnownFacts
from dateline.editing.known_texts import KnownTexts
from dateline.editing.late_versions import LateVersions
from dateline.editing.near_repeats import NearRepeats
from dateline.editing.onlooker import Onlooker
from dateline.editing.rejoining import count_of, marks_of
from dateline.editing.relabelling import left_out_with_roles, relabelled, rerolled, without_types
from dateline.editing.respacing import Respacing
from dateline.editing.revising import with_facts_of
from dateline.editing.sources import roles_of
from dateline.editing.taking_pages import TakingPages
from dateline.editing.twins import without_twins
from dateline.editing.unknown_roles import UnknownRoles
from dateline.editing.unmet import Unmet
from dateline.editing.versions import Versions
from dateline.editing.whose import Whose
from dateline.exchange.days import assumed_date
from dateline.exchange.problems import BadInput, Problem, ProblemKind, Tally, Undecided, but_unknown_labels, weight
from dateline.exchange.reading import Reader
from dateline.model.annotation import Layer
from dateline.model.article import Article
from dateline.model.bundle import Bundle, Frame
from dateline.model.ids import new_id
from dateline.model.registry import Entity, Happening
from dateline.store.bulk import BulkWriter
from dateline.store.project import Project
from dateline.store.step import Step


class TakingIn:
    """One import while it runs: what is there already, how ids are mapped, what waits to be written."""

    def __init__(self, project: Project, step: Step, request: ImportRequest, onlooker: Onlooker | None = None) -> None:
        schema, options = project.schema(), request.options
        self._project, self._step, self._request = project, step, request
        self._chosen = request  # as it is for the source that is read
        self._onlooker = onlooker or Onlooker()
        self.report = ImportReport()
        self._options = options
        self._schemas = JoiningSchemas(step, schema, self._onlooker, self.report, options.came)
        self._arrived = Arrivals(project)
        self._whose = Whose(project, options.annotator)
        self._known = KnownTexts(project, self._whose, assumed_date(options))
        self._writer = BulkWriter(step)
        self._respacing = Respacing(project)
        self.roles = UnknownRoles(schema)
        self._attributes = ForeignAttributes(schema, options.as_named)
        self._last = project.articles.last_position()
        self.unmet = Unmet(request, self.report.met)
        self._skip_bad, self._begun, self._source = options.skip_bad, False, ""
        self.unknown: dict[str, Layer] = {}
        self._left_out, self._notices = Tally(), Tally()
        self._near = NearRepeats(options, self._notices)
        self._versions = Versions(project, step, self._notices, self.flush)
        self._pages = TakingPages(
            project,
            step,
            self._writer,
            self._arrived,
            self._whose,
            self._schemas,
            self._onlooker,
            self.report,
            self._notices,
        )
        self._late = LateVersions(project, step, options, self.report, self._versions)
        self._facts = KnownFacts(project, step, options, self.report, self._notices, self.flush)
        self._joint = JointArticles(project, self._facts, self._notices, self.flush)
        self._held = HeldParts(self._take_pages, self.report)

    def try_to_take_in(self, reader: Reader) -> list[Problem]:
        """Read a source to its end, or up to what stops the import; return that.

        One that cannot be read at all is left out where what is wrong may be.
        """
        self._begun, self._source = False, Path(reader.source).name
        try:
            self._take_in(reader)
        except Undecided:
            raise
        except BadInput as error:
            if not (self._skip_bad and isinstance(error.__cause__, OSError)) or self._begun:
                return list(error.problems)
            self._left_out.extend(error.problems)
        return []

    def _take_in(self, reader: Reader) -> None:
        self._chosen = self._request.for_format(reader.format)
        self._options = self._chosen.options
        self.unmet.begin(reader.format)
        self._arrived.lossless = reader.frame.schema is not None
        self._take_frame(reader.frame)
        for given in reader:
            self._begun = True
            self._take_further(reader)
            bundle = self._once(given)
            mapping = self._onlooker.mapping(bundle, self._chosen.mapping)
            come = bundle.annotations
            self.report.come += marks_of(come)
            if mapping:
                bundle = relabelled(bundle, mapping)
                self.report.passed_over += marks_of(come) - marks_of(bundle.annotations)
                once = self._once(bundle)
                self.report.repeated += marks_of(bundle.annotations) - marks_of(once.annotations)
                bundle = once
            self.unmet.look(come, bundle.annotations)
            self.report.arguments_left_out += left_out_with_roles(bundle, self._chosen.roles)
            bundle = rerolled(bundle, self._chosen.roles)
            self._take_bundle(bundle if self._arrived.lossless else self._respaced(bundle))
        self._take_further(reader)
        self._held.let_go()
        left_out = self._options.left_out
        self.report.come, self.report.passed_over = (
            count + left_out.relations for count in (self.report.come, self.report.passed_over)
        )
        left_out.relations = 0
        self.unmet.end(left_out)
        rest, more = self._pages.things.rest(), self._pages.things.more()
        self.report.records += len(rest) + len(more)
        self._writer.add(rest)
        for thing in more:
            self._step.put(thing)
        self.flush()
        self._joint.settle(self._source, came=self._arrived.came, of_source=self._arrived.of_source)
        for mention in self._pages.things.late_mentions():
            self._step.put(mention)
        self._versions.settle()
        self._left_out.extend(reader.problems)
        self._notices.extend(but_unknown_labels(reader.notices))
        self._settle_labels(reader)
        self._settle()

    def _once(self, bundle: Bundle) -> Bundle:
        """Return a page on which nothing is twice; that something was is told."""
        if self._arrived.lossless:
            return bundle
        bundle, told = without_twins(bundle)
        if told:
            self._notices.add(told)
        return bundle

    def _respaced(self, bundle: Bundle) -> Bundle:
        """Return a page over the text that its article has here."""
        laid = self._respacing.laid(bundle)
        once = laid if laid is bundle else self._once(laid)
        self.report.repeated += marks_of(laid.annotations) - marks_of(once.annotations)
        return once

    def _settle(self) -> None:
        """Make what a source brought part of the project, so that the next one joins it as a later import would."""
        self._arrived.settle()
        self._known.settle()
        if self._options.texts is not None:
            self._options.texts.go_on(self._project.articles.arrived())
        self._near.settle(renamed=self._facts.renamed)
        self._facts.settle()
        self._pages.settle()
        self._respacing.settle()

    def _settle_labels(self, reader: Reader) -> None:
        """Note the labels that a source brought and no schema has, and tell the sources after it of all that came."""
        new = {name: layer for name, layer in reader.unknown_labels.items() if name in self._pages.labels}
        self._pages.labels.clear()
        self.unknown |= new
        came = new | {t.name: t.layer for t in self._schemas.own.types}
        for name, layer in came.items():
            if self._options.layer_of(name) is None:
                self._options.came[name] = layer, self._source
        self._options.learned.update(new)
        self._options.learned.intersection_update(self.unknown)
        for request in (self._request, *self._request.parts.values()):
            request.options.roles.update(roles_of(self._schemas.own))

    def _take_further(self, reader: Reader) -> None:
        for frame in reader.further_frames():
            self._take_frame(frame)

    def _take_frame(self, frame: Frame) -> None:
        if frame.schema is not None:
            self.unmet.frame(frame.schema)
        described = self._schemas.describe(frame.described, self._chosen.mapping, self._source)
        self.roles.learn(described)
        self._attributes.learn(described)
        frame = without_types(frame, self._chosen.mapping)
        self._onlooker.frame(frame)
        self.report.new.told(frame)
        if frame.schema is not None:
            self.roles.learn(frame.schema)
            self._attributes.learn(frame.schema)
            self._arrived.whole = self._arrived.fresh
            whole = self._arrived.fresh and not self._arrived.articles
            self._notices.extend(self._schemas.take(frame.schema, self.unknown, self._source, whole=whole))
            for label in frame.schema.types:
                self.unknown.pop(label.name, None)
        who = self._whose.of_all(frame.annotators) if frame.schema else [self._whose.of(a) for a in frame.annotators]
        for annotator in who if self._arrived.whole else ():
            self._pages.arrive(annotator)
        things: list[Entity | Happening] = [*frame.entities, *frame.happenings]
        if self._arrived.fresh and (self._arrived.lossless or not self._near.left_out):
            self.report.records += len(things)
            self._writer.add(things)
        else:
            self.report.known_records += self._pages.things.told(things, whole=frame.schema is not None)

    def add_labels(self) -> None:
        """Add the labels that were met and that no schema has."""
        self._schemas.add(self.unknown)

    def _take_bundle(self, given: Bundle) -> None:
        bundle = self._judged(given)
        if bundle is None:
            self.report.passed_over += marks_of(given.annotations)
            self._pages.things.pass_over(given.annotations.mentions)
            return
        self.roles.look(bundle)
        bundle = bundle if self._arrived.lossless else self._attributes.fitted(bundle)
        if bundle.revises:
            bundle = self._versions.revising_the_newest(bundle)
        article_id = self._article(bundle)
        if bundle.joint:
            self._joint.take(bundle, article_id)
        elif not self._arrived.whole:
            columns = bundle.weighed or self._arrived.lossless or article_id in self._arrived.of_source
            new = article_id in self._arrived.came
            taken = self._facts.take(bundle.article, article_id, self._source, new=new, with_columns=columns)
            bundle.taken.extend(taken)
            if bundle.answers:
                self._joint.take_answers(bundle, article_id)
        if bundle.revises and article_id in self._arrived.came and self._arrived.revised.add(article_id):
            self.report.revisions.append(self._versions.carried_over(bundle.revises, article_id))
            self._arrived.joined.add(article_id)  # what comes with it joins what was carried over
        self._held.take(bundle, article_id)

    def _take_pages(self, bundle: Bundle, article_id: str) -> None:
        """Take in a page, or what came of it so far."""
        for part, part_id in self._parts(bundle, article_id):
            self._pages.take(part, part_id)

    def _judged(self, bundle: Bundle) -> Bundle | None:
        """Return a page as it is to be taken in, None where its article nearly repeats another and is left out."""
        if self._arrived.lossless or bundle.repeats:
            return bundle
        source_id, arrived = _source_id(bundle.article), self._arrived
        if source_id in arrived.passed:
            return None
        if source_id in arrived.articles or not (arrived.fresh or self._known.id_of(bundle) is None):
            return bundle
        judged = self._near.judged(bundle)
        if judged is None:
            arrived.passed.add(source_id)
        return judged

    def _parts(self, bundle: Bundle, article_id: str) -> list[tuple[Bundle, str]]:
        """Return a page with its article, or parted where the article has newer versions that have its words."""
        whole, arrived = [(bundle, article_id)], self._arrived
        if arrived.fresh or arrived.lossless or article_id not in arrived.joined or not count_of(bundle.annotations):
            return whole
        parts, copies = self._versions.parted(bundle, article_id, lambda: self._whose.of_page(bundle, article_id))
        for part in parts:
            arrived.joined.add(part.article.id)
        self.report.come += copies
        return [(part, part.article.id) for part in parts] or whole

    def _article(self, bundle: Bundle) -> str:
        """Return the project's id for an article: by its text, so that annotations join the text they are of."""
        article = bundle.article
        source_id = _source_id(article)
        known = self._arrived.articles.get(source_id)
        if known and (there := self._further(bundle, known)):
            return there
        if known:  # of another day than what it came with
            source_id = f"{source_id} {article.published}"
            if known := self._arrived.articles.get(source_id):
                return known
            article, there = replace(article, id=new_id()), None
        else:
            asked = not (bundle.again or self._arrived.fresh)
            there = self._known.id_of(bundle, of_any_day=bundle.repeats) if asked else None
        if there is not None:
            met = there in self._arrived.came
            self.report.known_articles += there != article.id or not met
            self.report.in_several += there != article.id and met
            self._arrived.joined.add(there)
            if not (self._arrived.lossless or there in self._arrived.came):
                self._late.met(there)
        else:
            if not self._arrived.fresh and self._project.articles.exists(article.id):
                article = replace(article, id=new_id())
            if not self._arrived.fresh:
                article = replace(article, position=self._last + 1)
            if bundle.revises:
                article = with_facts_of(self._project.articles.find(bundle.revises), article)
            self._last = max(self._last, article.position)
            there = article.id
            self._arrived.came.add(there)
            self._arrived.of_source.add(there)
            self._facts.came(bundle.article, there)
            self.report.new.add(article)
            self._writer.add([self._joint.came(article) if bundle.part else article])
            if bundle.original is not None:
                self._writer.add([original_of(there, bundle.original, self._project, fresh=self._arrived.fresh)])
        self._arrived.articles[source_id] = there
        self._versions.came(bundle.article.id, replace(article, id=there), new=there in self._arrived.came)
        return there

    def _further(self, bundle: Bundle, article_id: str) -> str | None:
        """Return the project's id for the article of a further record; None for a new one."""
        if bundle.again or self._arrived.lossless:
            return article_id
        there = self._known.of_further(bundle, article_id)
        if there and there != article_id and self._arrived.joined.add(there):
            self._late.met(there)
        return there

    def finish(self) -> None:
        """Write what waits, and report what there is to tell; references are checked only when the step ends."""
        self.flush()
        self._facts.finish()
        self._late.finish(self._notices)
        delivered = list(self._pages.redelivery.told(self._whose.newcomer))
        self.report.once_more = any(problem.kind is ProblemKind.NAMESAKE for problem in delivered)
        self._notices.extend(delivered)
        self._notices.extend([*self._whose.told(), *self.roles.told(), *self._attributes.told(), *self.unmet.told()])
        self.report.left_out = self._left_out.listed()
        self.report.notices = sorted(self._notices.listed(), key=weight)

    def flush(self) -> None:
        """Write what waits."""
        self._writer.flush()


def _source_id(article: Article) -> str:
    return f"{article.id}\0{hash(article.text):x}"
