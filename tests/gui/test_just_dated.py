"""The timeline tells of what was dated just now, and of nothing else."""

from dateline.editing.articles import ensure_annotator
from dateline.model.annotation import Argument, Layer, Mention, TimeSource, TimeValue
from dateline.model.calendar import from_iso
from dateline.model.ids import new_id
from dateline.model.timex import when_from_value
from tests.gui.conftest import span
from tests.gui.whole import Whole


def dated(whole: Whole, who: str, value: str) -> None:
    """Let somebody tag an event and say when it was."""
    project, article = whole.session.project, whole.page.article
    assert project is not None
    annotator, _ = ensure_annotator(project, who)
    event = Mention(new_id(), article.id, annotator.id, Layer.EVENT, "CONSULT", (span("met"),))
    time = Mention(new_id(), article.id, annotator.id, Layer.TIME, "DATE", (span("Thursday"),))
    with project.step("Tag", annotator_id=annotator.id) as step:
        step.add_all([event, time])
        step.put(TimeValue(time.id, value, when_from_value(value), source=TimeSource.HAND))
        step.put(Argument(new_id(), event.id, "Time", time.id))
    whole.session.broadcast(step.changes, "test")


def test_another_annotator_s_events_were_not_dated_just_now(whole: Whole) -> None:
    dated(whole, "ada", "2018-04-19")
    dated(whole, "bob", "2031-05-01")
    whole.bot.waitUntil(lambda: len(whole.timeline.plot.scene_marks) == 1 and not whole.window.feed.busy)
    whole.timeline.set_visible_range(from_iso("2018-03-01"), from_iso("2018-10-01"))
    for who in ("bob", "ada", "bob"):
        whole.session.set_annotator(who)
        whole.bot.waitUntil(lambda: not whole.window.feed.busy)
        whole.settle()
        assert whole.timeline.plot.fresh_words() == {}, who
    dated(whole, "bob", "2032-05-01")
    whole.bot.waitUntil(lambda: not whole.window.feed.busy)
    assert [text.split(" event")[0] for text in whole.timeline.plot.fresh_words().values()] == ["1"]
