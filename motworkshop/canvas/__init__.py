"""The board as seen and touched: tiles and what lies on them, and one module per gesture."""
