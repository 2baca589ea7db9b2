"""Moments of Truth workshops on one computer and one projector, without the internet."""

__version__ = "0.1.0"
