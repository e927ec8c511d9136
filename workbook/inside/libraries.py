"""What a process imports before it may become an attempt, and where that lies."""

import contextlib
import importlib
import os
import sys
import warnings
from collections.abc import Iterable
from pathlib import Path

import workbook
from workbook.inside import answering  # noqa: F401  (so that no attempt has to load it)

HOME = Path(workbook.__file__).resolve().parents[1]


def import_libraries(names: Iterable[str]) -> None:
    """Import the libraries named, and make it impossible to import any more of the workbook.

    A library that is missing or broken is not reported here: the learner's own ``import`` says so, with its line.
    """
    for name in names:
        with contextlib.suppress(Exception):
            importlib.import_module(name)
    workbook.__path__ = []
    if not _is_installed():
        sys.path[:] = [place for place in sys.path if Path(place).resolve() != HOME]
    warnings.filterwarnings("ignore", "FigureCanvasAgg is non-interactive")


def library_folders() -> list[Path]:
    """Return the folders from which an attempt may import, as they are named and as they really lie."""
    named = {Path(place).absolute() for place in (sys.prefix, sys.base_prefix, sys.exec_prefix, *sys.path) if place}
    places = {place for path in named if os.access(path, os.R_OK) for place in (path, path.resolve())}
    return sorted(place for place in places if not any(other in place.parents for other in places))


def private_folders() -> list[Path]:
    """Return the workbook's own folder, unless it lies among the libraries."""
    return [] if _is_installed() else [HOME]


def _is_installed() -> bool:
    return HOME.name in ("site-packages", "dist-packages")
