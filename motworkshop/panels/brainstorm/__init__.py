"""The phase Brainstorm: silent writing on paper, then round robin into one keyboard."""
