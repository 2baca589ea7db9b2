"""The phase Align on stages: each person's own answer, then the one the group agrees on."""
