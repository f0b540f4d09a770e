"""The view in which an article is read and tagged."""
