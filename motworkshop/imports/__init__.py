"""From spreadsheets to values.

The reading half turns a file into a table of texts and its headers into fields: `source` looks at
what a file really is, `csv_file` and `xlsx_file` read it, `sheet` checks the table, `columns` finds
the fields. It knows spreadsheets only, nothing of a workshop. Strangers' files are read here, so
every size has a limit, and whatever cannot be read is told in one sentence.

The other half turns that table into what it would change: `rows` reads cells by field or refuses
them, one module per kind makes the records, `intake` is the door to all of them. Nothing is applied.
"""
