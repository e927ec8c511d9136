"""`workbook guide`, or `workbook` alone: the exercise in hand, checked at every save."""

from __future__ import annotations

import argparse
import os
import sys

from workbook.commands.common import opened_history
from workbook.history import History
from workbook.places import find_root


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`guide` takes no arguments."""


def run(options: argparse.Namespace) -> int:
    """Show the guide; without a terminal, print where one is and stop."""
    root = find_root()
    streams = (sys.stdin, sys.stdout, sys.stderr)
    if all(stream.isatty() for stream in streams) and os.environ.get("TERM") != "dumb":
        from workbook.guide.app import GuideApp  # here, since without a terminal none of it is needed

        with History(root) as history:
            guide = GuideApp(root, history)
            status = guide.run()
            return status if status is not None else guide.return_code or 0
    from workbook.guide.plain import print_guide

    with opened_history(root) as history:
        return print_guide(root, history)
