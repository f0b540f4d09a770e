"""Who is shown an import while it runs: nobody, or whoever makes a preview of it."""

from collections.abc import Mapping, Sequence

from dateline.editing.common import EditError
from dateline.exchange.other_layer import way_out
from dateline.exchange.problems import Problem, ProblemKind, worded
from dateline.model.annotation import Annotator, Layer
from dateline.model.bundle import Bundle, Frame
from dateline.model.schema import LabelType
from dateline.model.wording import Wording, tr

_CLASH = tr("labels of the file are of another layer in this project: {labels}")


class OtherLayers(EditError):
    """Labels of a source's schema are of another layer here; `problem` says so, and what to do. Nothing came in."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem))


def clashing(types: Sequence[LabelType], here: Mapping[str, Layer]) -> Problem:
    """Return the problem that types of a source are of another layer than `here`."""
    named = ", ".join(f"{t.name} ({t.layer.value} there, {here[t.name].value} here)" for t in types)
    to_do = way_out(types[0].name, types[0].layer, here, {})
    return worded(Wording(_CLASH, {"labels": named}), to_do, kind=ProblemKind.UNKNOWN_LABEL, notice=False)


class Onlooker:
    """Is shown what is taken in, before it is; the preview's looks closer."""

    def frame(self, frame: Frame) -> None:
        """See what the articles of a source share."""

    def clash(self, types: Sequence[LabelType], here: Mapping[str, Layer]) -> None:
        """Hear of types of a source that are of another layer `here`; raises OtherLayers."""
        raise OtherLayers(clashing(types, here))

    def mapping(self, _bundle: Bundle, chosen: Mapping[str, str]) -> Mapping[str, str]:
        """See a page as its source has it; return what its labels become here (see relabelling)."""
        return chosen

    def page(self, who: Annotator, bundle: Bundle) -> None:
        """See whose a page is."""
