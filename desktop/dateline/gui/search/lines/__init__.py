"""The concordance: every place where something stands, to be read side by side and tagged in bulk."""
