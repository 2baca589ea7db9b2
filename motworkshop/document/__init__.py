"""The open workshop on the Qt side: applies edits, undoes them, and says what changed."""
