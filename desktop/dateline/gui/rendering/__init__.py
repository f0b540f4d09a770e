"""Articles and timelines as pictures and web pages, for `dateline render` and the export dialogs."""

from dateline.gui.rendering.render import Wish, render_article, render_project, render_timeline

__all__ = ["Wish", "render_article", "render_project", "render_timeline"]
