"""The data sets in `data/`: one JSON file each, loaded by name.

This module runs beside the learner's code as well as in the judge, so it imports NumPy only once something is loaded.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from workbook.places import find_root

_served: dict[str, Mapping[str, Any]] = {}


class DataError(LookupError):
    """A data set is missing or its file is broken; the message says which and what to do."""


@dataclass(frozen=True)
class DataSet:
    """One file of `data/`: the values an exercise shows, and others that tell wrong formulas apart."""

    name: str
    about: str
    values: Mapping[str, Any]
    others: tuple[Mapping[str, Any], ...] = ()
    draw: Mapping[str, Any] = field(default_factory=dict)


def read_data_set(name: str, folder: Path) -> DataSet:
    """Read `folder/name.json`.

    Raises DataError when there is no such file or it is not a data set.
    """
    path = folder / f"{name}.json"
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return DataSet(
            name=name,
            about=content["about"],
            values=_as_given(content["values"]),
            others=tuple(_as_given(other) for other in content.get("others", ())),
            draw=content.get("draw", {}),
        )
    except FileNotFoundError:
        import difflib  # only a misspelt name waits for it

        known = sorted(other.stem for other in folder.glob("*.json"))
        near = difflib.get_close_matches(name, known, 1)
        hint = f"Did you mean {near[0]!r}?" if near else f"There are: {', '.join(known)}."
        raise DataError(f"there is no data set {name!r}. {hint}") from None
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DataError(f"data/{name}.json is not a data set ({error}). Take it anew from the repository.") from None


def load(name: str) -> Any:
    """Return the values of a data set, in the order in which its file lists them.

    A single value comes by itself, several as a tuple. Lists of numbers are NumPy arrays.
    Each call returns new objects, so that changing one leaves the data as it was.

    Raises DataError when there is no data set of that name.
    """
    values = _served[name] if name in _served else read_data_set(name, find_root() / "data").values
    copies = tuple(copy.deepcopy(value) for value in values.values())
    return copies[0] if len(copies) == 1 else copies


def serve(data: Mapping[str, Mapping[str, Any]]) -> None:
    """Make `load` answer from `data` (data set -> name -> value) before it looks at the files."""
    _served.clear()
    _served.update(data)


def _as_given(value: Any) -> Any:
    """Turn what JSON holds into what an exercise is given: regular lists of numbers become arrays."""
    if isinstance(value, dict):
        return {name: _as_given(item) for name, item in value.items()}
    if isinstance(value, list):
        if _holds_numbers(value):
            import numpy as np  # here, since listing the exercises needs no NumPy

            return np.array(value)
        return [_as_given(item) for item in value]
    return value


def _holds_numbers(value: Any) -> bool:
    """Whether a list, however nested, ends in numbers alone."""
    if isinstance(value, list):
        return bool(value) and all(_holds_numbers(item) for item in value)
    return isinstance(value, int | float) and not isinstance(value, bool)
