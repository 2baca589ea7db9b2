"""Edits from a script: one JSON object a line, each on disk before it is acknowledged."""
