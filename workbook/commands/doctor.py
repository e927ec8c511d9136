"""`workbook doctor`: is everything there that the workbook needs?"""

from __future__ import annotations

import argparse
import sys

from workbook.colour import paint
from workbook.doctor import findings
from workbook.places import find_root
from workbook.verdict import Status


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`doctor` takes no arguments."""


def run(options: argparse.Namespace) -> int:
    """Print a line for each thing looked at; returns 1 when one of them is not right."""
    healthy = True
    for finding in findings(find_root()):
        healthy = healthy and finding.remedy is None
        mark = (
            paint("ok ", Status.PASSED, sys.stdout)
            if finding.remedy is None
            else paint("fix", Status.WRONG, sys.stdout)
        )
        print(f"{mark}  {finding.words}", flush=True)
        if finding.remedy is not None:
            print(f"       type: {finding.remedy}", flush=True)
    return 0 if healthy else 1
