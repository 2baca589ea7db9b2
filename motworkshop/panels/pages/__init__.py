"""Pages that take the place of the board: big, calm, readable from the back of the room."""
