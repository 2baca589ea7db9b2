"""The nine phases beside the board: the rail, its clock, and what each phase shows."""
