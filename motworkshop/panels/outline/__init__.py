"""The board as a list: stages and their notes, read and walked through by keyboard."""
