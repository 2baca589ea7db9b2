"""What the room sees on the wall: the picture of the phase, never a control, never a secret."""
