"""The same work without a screen. People script against it: it does not change lightly."""
