"""A run-off below the round that it decides: what each of the tied notes got."""

from PySide6.QtCore import Signal

from motworkshop.model.records import Round
from motworkshop.model.tally import Standing, tally_of
from motworkshop.model.voting import counted
from motworkshop.model.workshop import Workshop
from motworkshop.panels.controls.buttons import push_button
from motworkshop.panels.controls.rows import LinkRow, Section

_TOLD = {Standing.IN: "in", Standing.OUT: "out", Standing.TIED: "still tied"}


class RunOff(Section):
    """Signals: `chosen(note)`; `round_wanted(round id)` to see its bars in the middle."""

    chosen = Signal(object)
    round_wanted = Signal(object)

    def __init__(self, workshop: Workshop, decided: Round, run_off: Round) -> None:
        super().__init__(run_off.title)
        stands = {line.note: _TOLD[line.standing] for line in tally_of(workshop, decided).lines}
        for line in tally_of(workshop, run_off).lines:
            note = workshop.notes[line.note]
            told = f"{counted(line.dots, 'dot')}, {stands.get(line.note, _TOLD[line.standing])}"
            row = LinkRow(f"{note.number}  {note.text}", told)
            row.chosen.connect(lambda note=note.id: self.chosen.emit(note))
            self.rows.addWidget(row)
        show = push_button("Show its bars")
        show.setAccessibleName(f"Show the bars of “{run_off.title}”")
        show.clicked.connect(lambda: self.round_wanted.emit(run_off.id))
        self.rows.addWidget(show)
