"""Where sides see a note differently, with the share of each, to talk about first."""

from PySide6.QtCore import Signal

from motworkshop.model.agreement import side_shares
from motworkshop.model.contested import contested_notes
from motworkshop.model.records import Round
from motworkshop.model.workshop import Workshop
from motworkshop.panels.controls.labels import label
from motworkshop.panels.controls.rows import LinkRow, Section

MOST = 5


class FarApart(Section):
    """The notes that sides are far apart on, the farthest first. Signal: `chosen(note)`."""

    chosen = Signal(object)

    def __init__(self, workshop: Workshop, vote: Round) -> None:
        super().__init__("Where sides are far apart")
        words = "Ask the sides why. Shares are of each side's own dots."
        self.rows.addWidget(label(words, "small", wraps=True))
        shares = side_shares(workshop, vote)
        contested = list(contested_notes(workshop, vote))[:MOST]
        self.is_any = bool(contested)
        for note in contested:
            found = workshop.notes[note]
            told = ", ".join(
                f"{side} {share.get(note, 0.0) * 100:.0f}\u00a0%" for side, share in shares.items()
            )
            row = LinkRow(f"{found.number}  {found.text}\n{told}")
            row.setAccessibleName(f"{found.number}  {found.text}: {told}")
            row.chosen.connect(lambda note=note: self.chosen.emit(note))
            self.rows.addWidget(row)
