"""Panels and controls around the board: phases, frame, inspector. They do not know the board."""
