"""Who is shown an import while it runs: nobody, or whoever makes a preview of it."""

from collections.abc import Mapping, Sequence

from dateline.editing.common import EditError
from dateline.model.annotation import Annotator, Mention
from dateline.model.bundle import Bundle, Frame


class Onlooker:
    """Is shown what is taken in, before it is; the preview's looks closer."""

    def frame(self, frame: Frame) -> None:
        """See what the articles of a source share."""

    def clash(self, labels: str) -> None:
        """Hear of labels that are of another layer here; raises EditError."""
        raise EditError(f"Labels of the file are of another layer in this project: {labels}. Rename one of them.")

    def mapping(self, _bundle: Bundle, chosen: Mapping[str, str]) -> Mapping[str, str]:
        """See a page as its source has it; return what its labels become here (see relabelling)."""
        return chosen

    def page(self, who: Annotator, bundle: Bundle) -> None:
        """See whose a page is."""

    def joined(self, who: Annotator, article_id: str, new: Sequence[Mention]) -> None:
        """See what is new on a page of an article that was there before."""
