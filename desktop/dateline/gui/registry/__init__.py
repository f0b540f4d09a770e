"""The registry: entities and happenings over all articles."""
