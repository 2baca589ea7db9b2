"""What came of one row of the table, and the table itself."""

from dataclasses import dataclass, field


@dataclass
class Seen:
    """How often something was tried, what went wrong, and what else is worth telling."""

    tries: int = 0
    faults: list[str] = field(default_factory=list)
    told: str = ""

    def blame(self, fault: str) -> None:
        """Note down one thing that went wrong."""
        self.faults.append(fault)

    @property
    def sentence(self) -> str:
        """The last column of the table."""
        count = f"{len(self.faults)} of {self.tries:,} went wrong"
        return f"{count}; {self.told}" if self.told else count
