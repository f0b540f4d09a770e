"""Who is shown an import while it runs: nobody, or whoever makes a preview of it."""

from collections.abc import Mapping, Sequence

from dateline.editing.common import EditError
from dateline.exchange.other_layer import one_at_a_time, way_out
from dateline.exchange.problems import Problem, ProblemKind, worded
from dateline.model.annotation import Annotator, Layer
from dateline.model.bundle import Bundle, Frame
from dateline.model.schema import LabelType
from dateline.model.wording import Wording, tr

_CLASH = tr("labels of the file are of another layer in this project: {labels}")
_CLASH_BEFORE = tr("labels of the file are of another layer in what this import takes in before: {labels}")
Came = Mapping[str, tuple[Layer, str]]  # labels of earlier sources of an import, with the layer and the source's name


class OtherLayers(EditError):
    """Labels of a source's schema are of another layer here; `problem` says so, and what to do. Nothing came in."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem))


def clashing(types: Sequence[LabelType], here: Mapping[str, Layer], came: Came, source: str) -> Problem:
    """Return the problem that types of a source are of another layer than `here`, where some `came` just before."""
    before = {t.name: f"in {came[t.name][1]}" for t in types if t.name in came}
    named = ", ".join(
        f"{t.name} ({t.layer.value} there, {here[t.name].value} {before.get(t.name, 'here')})" for t in types
    )
    way = way_out(types[0].name, types[0].layer, here, {})
    said = Wording(_CLASH_BEFORE if before else _CLASH, {"labels": named})
    to_do = one_at_a_time(way) if before else way
    return worded(said, to_do, source, kind=ProblemKind.UNKNOWN_LABEL, notice=False)


class Onlooker:
    """Is shown what is taken in, before it is; the preview's looks closer."""

    def frame(self, frame: Frame) -> None:
        """See what the articles of a source share."""

    def clash(self, _types: Sequence[LabelType], problem: Problem) -> None:
        """Hear of types of a source that are of another layer here, and what is said of them; raises OtherLayers."""
        raise OtherLayers(problem)

    def mapping(self, _bundle: Bundle, chosen: Mapping[str, str]) -> Mapping[str, str]:
        """See a page as its source has it; return what its labels become here (see relabelling)."""
        return chosen

    def page(self, who: Annotator, bundle: Bundle) -> None:
        """See whose a page is."""
