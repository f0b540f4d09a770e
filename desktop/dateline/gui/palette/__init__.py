"""The labels and their keys."""
