"""The phase Categorise: one note at a time, the heat map, and the categories themselves."""
