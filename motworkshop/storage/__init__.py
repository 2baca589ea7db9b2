"""Workshop files (`.motw`): one SQLite file each, read whole, written one edit at a time.

Reading (`read`, `check`) uses plain sqlite3. Writing (`store`) brings SQLModel, which costs half
a second to import: import it where it is first needed.
"""
