"""What travels arrives as it was, and nothing else gets through, whatever an attempt sends."""

import base64
import contextlib
import json
import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some
from hypothesis.extra import numpy as some_numpy

from workbook.attempt.answers import read_figures, read_opaque, read_raised, read_stuck
from workbook.inside.channel import GarbledError
from workbook.inside.values import decode, encode

texts = some.text(some.characters(exclude_categories=["Cs"]))
numbers = some.integers(-(2**200), 2**200) | some.floats() | some.complex_numbers() | some.booleans()
arrays = some_numpy.arrays(
    some.sampled_from(["?", "i1", "i8", "u2", "f4", "f8", "c16", "<U3", ">f8"]), some_numpy.array_shapes(min_dims=0)
)
scalars = some_numpy.arrays(some.sampled_from(["?", "i8", "f4"]), ()).map(lambda array: array[()])
values = some.recursive(
    some.none() | numbers | texts | arrays | scalars,
    lambda inner: some.lists(inner) | some.tuples(inner) | some.dictionaries(texts | some.integers(), inner),
    max_leaves=20,
)
messages = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text(max_size=8),
    lambda inner: (
        some.lists(inner, max_size=4)
        | some.dictionaries(
            some.sampled_from(
                ["array", "shape", "bytes", "dict", "tuple", "kept", "type", "integer", "scalar", "line"]
            ),
            inner | some.sampled_from(["<f8", "<U1", "|b1", "<U9999", "AAAA", "", "0x1", "-0x"]),
            max_size=4,
        )
    ),
    max_leaves=20,
)


def same(one: Any, other: Any) -> bool:
    if type(one) is not type(other):
        return False
    if isinstance(one, np.ndarray):
        native = one.astype(one.dtype.newbyteorder("="))
        return native.dtype == other.dtype and one.shape == other.shape and native.tobytes() == other.tobytes()
    if isinstance(one, list | tuple):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict):
        return list(one) == list(other) and all(map(same, one.values(), other.values()))
    if isinstance(one, complex | np.complexfloating):
        return same(one.real, other.real) and same(one.imag, other.imag)
    return one == other or (math.isnan(one) and math.isnan(other))


def refuse(value: object) -> Any:
    raise AssertionError(f"{value!r} has a plain form")


@given(values)
def test_a_value_arrives_as_it_was(value: Any) -> None:
    assert same(value, decode(json.loads(json.dumps(encode(value, refuse))), refuse))


@given(messages)
def test_whatever_arrives_is_a_value_or_garbled(message: Any) -> None:
    for read in (lambda m: decode(m, read_opaque), read_raised, read_stuck, read_figures):
        with contextlib.suppress(GarbledError):
            repr(read(message))


def array(code: str, shape: list[Any], content: bytes) -> dict[str, Any]:
    return {"array": code, "shape": shape, "bytes": base64.b64encode(content).decode()}


@pytest.mark.parametrize(
    "message",
    [
        array("|O", [1], bytes(8)),
        array("<f8", [2], bytes(8)),
        array("<f8", [-1], bytes(8)),
        array("<f8", [True], bytes(8)),
        array("<f8", [2**62, 4], bytes(8)),
        array("<f8", [1.0], bytes(8)),
        array("|b1", [1], b"\x02"),
        array("<U1", [1], b"\xff\xff\xff\xff"),
        array("<f8", [0] * 65, b""),
        {"array": "<f8", "shape": [1], "bytes": "not base64!!"},
        {"array": "<f8", "shape": [1], "bytes": "AAAAAAAAAAA=", "more": 1},
        {"scalar": "|V8", "bytes": ""},
        {"integer": "0x" + "f" * 5000},
        {"integer": "0x1_0"},
        {"dict": [[[1], 2]]},
        {"dict": [[{"array": "<f8", "shape": [0], "bytes": ""}, 2]]},
        {"dict": [[1]]},
        {"dict": [[n, n] for n in range(6_000)]},
        {"tuple": {}},
        {"kept": -1},
        {"kept": True, "type": "Model", "summary": ""},
        {"kept": 0, "type": "x" * 5000, "summary": ""},
        {"kept": 0, "type": "Tensor", "numbers": 1},
        {},
        json.loads("[" * 200 + "]" * 200),
    ],
    ids=lambda message: json.dumps(message)[:40],
)
def test_what_is_no_value_is_garbled(message: Any) -> None:
    with pytest.raises(GarbledError):
        decode(message, read_opaque)
