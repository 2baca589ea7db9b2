"""The phase Report: what is in it, what is missing, and the buttons that make the files."""
