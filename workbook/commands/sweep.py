"""`workbook sweep`: the experiment of chapter 4 at full size."""

from workbook.sweep.command import add_arguments, run

__all__ = ["add_arguments", "run"]
