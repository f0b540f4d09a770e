"""What one import has met so far, and what is true of the source it reads now."""

from dateline.scratch import Ledger
from dateline.store.project import Project


class Arrivals:
    """The articles of an import: which are the project's, which are new, and what was done with them."""

    def __init__(self, project: Project) -> None:
        self.fresh = project.articles.count() == 0  # whether nothing is there that this source could join
        self.lossless = False  # whether this source is a project's own file: what it has is so on purpose
        self.whole = False  # whether this source is a whole project that an empty one takes as it is
        # This source's ids to the project's. Two files may give one id to two texts: then they are two articles.
        self.articles = Ledger()
        self.joined = Ledger()  # articles that were there before, or came with an earlier source
        self.filled = Ledger()  # those of them that this source has brought something to
        self.came = Ledger()  # articles that are new
        self.of_source = Ledger()  # those of them that came with this source
        self.passed = Ledger()  # those of this source that are left out
        self.revised = Ledger()  # those that stand in the place of an older version
        self.pages = Ledger()  # articles with annotators of whom this import has met a record
        self.blank = Ledger()  # those of them that had nothing before: all they have came with this import

    def settle(self) -> None:
        """Make what a source brought part of the project, so that the next one joins it as a later import would."""
        self.fresh = self.whole = False
        for of_this_source in (self.articles, self.filled, self.of_source, self.passed):
            of_this_source.clear()
