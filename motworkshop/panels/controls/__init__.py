"""Small controls of which panels and windows are made; all text in them is plain text."""
