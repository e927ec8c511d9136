"""`python -m workbook.sweep`: the command by itself."""

import argparse
import sys

from workbook.sweep.command import add_arguments, run

parser = argparse.ArgumentParser(
    prog="python -m workbook.sweep", description="The experiment of chapter 4 at full size."
)
add_arguments(parser)
sys.exit(run(parser.parse_args()))
