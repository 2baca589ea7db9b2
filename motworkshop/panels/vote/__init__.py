"""The vote: setting up a round, and taking in ballots by name, in secret, or from paper."""
