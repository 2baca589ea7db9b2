"""What a workshop is: frozen records, edits, history, the rules of the method. Standard library only."""
