"""Words to dates: normalising time expressions against the publication date."""
