"""How much one person may carry before the group should ask whether it is too much."""

MANY = 3
"""Fewer moments of truth than this are never many for one person."""


def carries_many(carried: int, moments: int) -> bool:
    """Whether somebody answers for many of these moments: three or more, and two in five."""
    return carried >= MANY and 5 * carried >= 2 * moments
