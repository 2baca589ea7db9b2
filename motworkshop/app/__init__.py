"""The desktop program: builds everything, introduces the rooms to one another, and shows it."""
