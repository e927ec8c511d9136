"""Modules that the judge gives to a run as text: what earlier exercises had the learner write.

They are not imported from disk, where they would lie beside the solutions of the exercise in hand.
"""

import importlib.abc
import importlib.machinery
import importlib.util
import sys
import types
from collections.abc import Mapping, Sequence


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds the modules given, by their full names, and the packages above them."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        self._sources = sources

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: types.ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        is_package = any(given.startswith(f"{name}.") for given in self._sources)
        if name not in self._sources and not is_package:
            return None
        return importlib.util.spec_from_loader(name, self, is_package=is_package)

    def exec_module(self, module: types.ModuleType) -> None:
        name = module.__name__
        exec(compile(self._sources.get(name, ""), f"<{name}>", "exec", dont_inherit=True), module.__dict__)


def serve(sources: Mapping[str, str]) -> None:
    """Make ``import`` find these modules (full name -> text), and nothing that an earlier call served."""
    sys.meta_path[:] = [finder for finder in sys.meta_path if not isinstance(finder, _Finder)]
    for name in [name for name in sys.modules if name.startswith("workbook.earlier")]:
        del sys.modules[name]
    sys.meta_path.insert(0, _Finder(dict(sources)))
