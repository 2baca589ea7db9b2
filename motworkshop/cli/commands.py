"""The commands of the command line; each says what it takes, and the rooms below do the work."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from motworkshop import __version__
from motworkshop.cli.demo import make_demo
from motworkshop.cli.dump import dump
from motworkshop.cli.exit_codes import ExitCode
from motworkshop.cli.exporting import ExportKind, Paper, export_workshop
from motworkshop.cli.importing import ImportRequest, import_source
from motworkshop.cli.script.lines import answers, verbs_text
from motworkshop.cli.selftest import selftest
from motworkshop.cli.session import Session
from motworkshop.cli.summary import summary, summary_text
from motworkshop.errors import WrongUseError
from motworkshop.exports.facts import gather
from motworkshop.imports.outcome import Kind
from motworkshop.imports.template import BLANK, template_names, workshop_from_template
from motworkshop.storage.check import check_file
from motworkshop.storage.create import create_workshop
from motworkshop.storage.read import read_workshop
from motworkshop.storage.rescue import rescue
from motworkshop.storage.store import Store

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Moments of Truth workshops, offline. With a FILE alone, or nothing, opens the window.",
)

File = Annotated[Path, typer.Argument(metavar="FILE", help="The workshop, NAME.motw.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Cut = Annotated[
    int | None, typer.Option("--cut", min=1, help="How many places there are; else as the round.")
]


@app.callback(invoke_without_command=True)
def motworkshop(
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
    check_itself: Annotated[
        bool, typer.Option("--selftest", help="Try out this installation and say if it works.")
    ] = False,
) -> None:
    """Moments of Truth workshops, offline."""
    if version:
        _say(f"motworkshop {__version__}")
    if check_itself:
        selftest(_say)


@app.command()
def new(
    file: File,
    template: Annotated[str, typer.Option(help=f"One of: {', '.join(template_names())}.")] = BLANK,
    title: Annotated[str | None, typer.Option(help="Else the name of the file.")] = None,
) -> None:
    """Create a workshop; an existing file is never overwritten."""
    Store.create(file, workshop_from_template(template, title or file.stem)).close()
    _say(f"Created {file}.")


@app.command("import")
def import_command(
    file: File,
    source: Annotated[Path, typer.Argument(metavar="SOURCE", help="A CSV or .xlsx file.")],
    kind: Annotated[Kind, typer.Option("--as", help="What the rows are.")],
    round_title: Annotated[
        str | None, typer.Option("--round", help="Ballots: the round they belong to.")
    ] = None,
    budget: Annotated[int | None, typer.Option(min=1, help="Ballots: dots per voter.")] = None,
    cap: Annotated[int | None, typer.Option(min=1, help="Ballots: most dots per note.")] = None,
    secret: Annotated[bool, typer.Option("--secret", help="Ballots: keep no names.")] = False,
    mapping: Annotated[
        list[str] | None, typer.Option("--map", help="column=field, as often as needed.")
    ] = None,
    encoding: Annotated[str | None, typer.Option(help="Of a CSV that does not tell it.")] = None,
    sheet: Annotated[str | None, typer.Option(help="Of an .xlsx; else the first one.")] = None,
    skip_refused: Annotated[
        bool, typer.Option("--skip-refused", help="Take the good rows all the same.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be.")] = False,
    as_json: AsJson = False,
) -> int:
    """Bring rows of a spreadsheet into a workshop: all of them, or none.

    A row that cannot be taken is listed with its number and the reason; then nothing changes,
    unless --skip-refused is given.
    """
    request = ImportRequest(
        file, source, kind, round_title, budget, cap, secret, tuple(mapping or ()),
        encoding, sheet, skip_refused, dry_run,
    )  # fmt: skip
    return import_source(request, as_json=as_json, say=_say)


@app.command()
def show(file: File, as_json: AsJson = False, cut: Cut = None) -> None:
    """Say what is in a workshop."""
    facts = gather(read_workshop(file), cut=cut)
    if as_json:
        _say(json.dumps(summary(facts), ensure_ascii=False, indent=1))
    else:
        sys.stdout.write(summary_text(facts))


@app.command()
def export(
    file: File,
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The file to write.")],
    kind: Annotated[
        ExportKind | None, typer.Option("--as", help="Else by the ending of OUT.")
    ] = None,
    paper: Annotated[Paper, typer.Option(help="Of the report.")] = Paper.A4,
    without_names: Annotated[
        bool, typer.Option("--without-names", help="Leave out who said what.")
    ] = False,
) -> None:
    """Write the report (.pdf), the workbook (.xlsx) or the notes (.csv)."""
    export_workshop(file, out, kind, paper, with_names=not without_names, say=_say)


@app.command()
def check(file: File) -> int:
    """Say whether a file is sound: 0 if so, 3 if it is damaged."""
    problems = check_file(file)
    if not problems:
        _say(f"{file} is sound.")
        return ExitCode.DONE
    for problem in problems:
        sys.stderr.write(problem + "\n")
    return ExitCode.REFUSED


@app.command("rescue")
def rescue_command(
    file: File,
    to: Annotated[Path | None, typer.Argument(metavar="TO", help="The new file.")] = None,
    lists: Annotated[bool, typer.Option("--list", help="Only say what cannot be read.")] = False,
) -> None:
    """Write what can still be read of a damaged file into a new one, and say what cannot."""
    if to is None and not lists:
        raise WrongUseError("Say where to write what is rescued, or give --list.")
    rescued = rescue(file)
    if to is not None and not lists:
        create_workshop(to, rescued.workshop)
    for words in rescued.lost:
        _say(f"Lost: {words}.")
    if lists:
        _say(f"Nothing was written. {file} is as it was.")
    else:
        _say(f"Wrote {to}. {file} is as it was.")


@app.command("dump")
def dump_command(file: File) -> None:
    """Print everything as JSON, records sorted by id."""
    _say(json.dumps(dump(read_workshop(file)), ensure_ascii=False, indent=1))


@app.command(epilog=verbs_text())
def script(file: File) -> int:
    """Edit a workshop by JSON lines on standard input.

    {"edit": NAME, …}, {"undo": true} or {"redo": true}. After line N is on disk it prints
    “ack N”; a line that cannot be done prints “refused N: why” and changes nothing.
    """
    code = ExitCode.DONE
    store = Store.open(file)
    if store.is_history_lost:
        sys.stderr.write("The undo history in it was damaged and is left out.\n")
    with Session(store) as session:
        for done, answer in answers(session, sys.stdin):
            _say(answer)
            sys.stdout.flush()
            if not done:
                code = ExitCode.REFUSED
    return code


@app.command()
def demo(
    folder: Annotated[Path, typer.Argument(metavar="DIR")] = Path("motworkshop-demo"),
) -> None:
    """Make the sample workshop with its report and its workbook, and say where they are."""
    make_demo(folder, _say)


COMMANDS = ("new", "import", "show", "export", "check", "rescue", "dump", "script", "demo")


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
