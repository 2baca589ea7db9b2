"""Reveal and decide: the bars, what the figures mean, and how a tie at the cut is settled."""
