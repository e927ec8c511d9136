"""The data an answer is run on: the workbook's own, with known figures, and others that tell wrong formulas apart."""

from __future__ import annotations

import ast
import random
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from workbook.data import DataSet, read_data_set

DRAWN_CASES = 3


@dataclass(frozen=True)
class Case:
    """One choice of data for every data set that an exercise loads.

    `data` is data set -> name -> value; `seed` is None for data that stand in the files.
    """

    data: Mapping[str, Mapping[str, Any]]
    own: bool = False
    seed: int | None = None

    @property
    def values(self) -> dict[str, Any]:
        """Every value, by name."""
        return {name: value for values in self.data.values() for name, value in values.items()}


def data_sets_of(tree: ast.Module, folder: Path) -> list[DataSet]:
    """Return the data sets that a program loads. Raises DataError when one is missing."""
    names = [
        node.args[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "load"
        and node.args
        and isinstance(node.args[0], ast.Constant)
    ]
    return [read_data_set(str(name), folder) for name in dict.fromkeys(names)]


def cases_of(data_sets: list[DataSet], seed: int) -> list[Case]:
    """Return the cases of an exercise: its own data first, then those written by hand, then some drawn from `seed`."""
    cases = [Case({data.name: data.values for data in data_sets}, own=True)]
    for index in range(max((len(data.others) for data in data_sets), default=0)):
        cases.append(Case({data.name: _other(data, index) for data in data_sets}))
    if any(data.draw for data in data_sets):
        for index in range(DRAWN_CASES):
            generator = random.Random(seed + index)
            cases.append(Case({data.name: draw(data, generator, index) for data in data_sets}, seed=seed))
    return cases


def draw(data: DataSet, generator: random.Random, index: int) -> dict[str, Any]:
    """Return the values of a data set with those that may vary drawn anew, in the shapes of one of its written sets."""
    template = _other(data, index - 1) if data.others and index else data.values
    return {
        name: _drawn(value, data.draw[name], generator) if name in data.draw else value
        for name, value in template.items()
    }


def _other(data: DataSet, index: int) -> Mapping[str, Any]:
    return {**data.values, **data.others[index % len(data.others)]} if data.others else data.values


def _drawn(value: Any, limits: Any, generator: random.Random) -> Any:
    """A value of the same shape, every number uniform within limits."""
    if isinstance(value, Mapping):
        return {key: _drawn(item, limits, generator) for key, item in value.items()}
    if isinstance(value, list):
        return [_drawn(item, limits, generator) for item in value]
    if isinstance(value, np.ndarray):
        return np.array([_drawn(item, limits, generator) for item in value.tolist()])
    if isinstance(limits, Mapping):
        low, high = limits["integers"]
        return generator.randint(low, high)
    low, high = limits
    return round(generator.uniform(low, high), 2)
