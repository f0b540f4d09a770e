"""The only SQL: the project file, its journal and what can be asked of it."""
