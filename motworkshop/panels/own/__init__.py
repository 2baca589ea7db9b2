"""The phase Own: a card for each moment of truth, who carries them, and the vote beside scores."""
