"""The phase Frame: title page, promises, and who is in the room."""
