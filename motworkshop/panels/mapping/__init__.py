"""Which column of a table is what: a preview with the first rows, before anything is imported."""
