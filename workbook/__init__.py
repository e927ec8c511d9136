"""A workbook of exercises on how a network learns, checked on your own machine."""

from workbook.data import load

__all__ = ["load"]
