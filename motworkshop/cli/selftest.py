"""`--selftest`: does this installation work? For whoever packs or installs the program."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from motworkshop.cli.demo import NAME, make_demo
from motworkshop.exports.facts import gather
from motworkshop.storage.check import check_file
from motworkshop.storage.read import read_workshop


class SelfTestError(Exception):
    """The installation is broken; says where."""


def selftest(say: Callable[[str], None]) -> None:
    """Make the sample, store it, read it again, count the vote, and write every output.

    Raises:
        SelfTestError: something came out other than it must.
    """
    with TemporaryDirectory(prefix="motworkshop-selftest-") as folder:
        make_demo(Path(folder), lambda _path: None)
        file = Path(folder, f"{NAME}.motw")
        problems = check_file(file)
        if problems:
            raise SelfTestError(problems[0])
        facts = gather(read_workshop(file))
        if len(facts.moments) != 10:
            raise SelfTestError(f"the sample has {len(facts.moments)} moments of truth, not 10")
        for ending in ("pdf", "xlsx"):
            if not Path(folder, f"{NAME}.{ending}").stat().st_size:
                raise SelfTestError(f"the .{ending} is empty")
    say("motworkshop works here: workshop file, vote, report and workbook are all right.")
