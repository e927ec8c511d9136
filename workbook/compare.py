"""Whether a value is the one that is due, and in what way it is not: type, shape, ratio, sign, place.

Values are plain: numbers, strings, lists, dictionaries and NumPy arrays that came back from an attempt. Nothing here
calls a method of the learner's.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

RELATIVE_TOLERANCE = 1e-6
# Rounding leaves about 1e-16 of the size of the numbers that went in; values that are 0 in theory come out near it.
ABSOLUTE_TOLERANCE = 1e-12


def same(given: Any, due: Any) -> bool:
    """Whether `given` is right where `due` is: the same numbers in the same shape.

    A list is no array, but an array or a tuple may stand for a list. A NumPy number is a number, a bool is not.
    """
    return kind_difference(given, due) is None and _equal(given, due)


def kind_difference(given: Any, due: Any) -> str | None:
    """Return how type or shape differ, as words that follow "it", or None when they do not."""
    if is_number(due):
        return _not_a_number(given)
    if isinstance(due, np.ndarray):
        return _not_such_an_array(given, due)
    if isinstance(due, bool | np.bool_):
        return None if isinstance(given, bool | np.bool_) else f"is {describe_kind(given)}; it should be True or False"
    if isinstance(due, str):
        return None if isinstance(given, str) else f"is {describe_kind(given)}; it should be text"
    if isinstance(due, Mapping):
        return _not_such_a_dictionary(given, due)
    if isinstance(due, list | tuple):
        return _not_such_a_list(given, due)
    if due is None:
        return None if given is None else f"is {describe_kind(given)}; it should be None"
    return None


@np.errstate(all="ignore")  # numbers that ran off to the largest there are may overflow once more
def describe_difference(given: Any, due: Any) -> str | None:
    """Return in what way numbers of the right kind and shape are off, as words that follow "it": sign, ratio or place.

    None when there is nothing more telling to say than the two values.
    """
    numbers, wanted = _flat_numbers(given), _flat_numbers(due)
    if numbers is None or wanted is None or numbers.shape != wanted.shape or not wanted.size:
        return None
    if not np.all(np.isfinite(numbers)):
        return "is not a finite number" if numbers.size == 1 else "holds values that are not finite numbers"
    if np.any(wanted) and _equal(-numbers, wanted):
        return (
            "is right in size, but its sign is flipped" if numbers.size == 1 else "is right in size, opposite in sign"
        )
    if np.all(numbers > 0) and np.all(wanted > 0) and not _equal(wanted, np.ones_like(wanted)):
        if _equal(numbers**2, wanted):
            return "is the square root of what it should be"
        if _equal(numbers, wanted**2):
            return "is the square of what it should be"
    if numbers.size > 1 and _equal(np.sort(numbers), np.sort(wanted)):
        return "holds the right numbers in another order"
    where = wanted != 0
    if where.any() and np.all(numbers[where] != 0):
        ratios = numbers[where] / wanted[where]
        if np.allclose(ratios, ratios[0], rtol=RELATIVE_TOLERANCE) and _equal(numbers, wanted * ratios[0]):
            ratio = _ratio_in_words(float(ratios[0]))
            if ratio:
                return (
                    f"is {ratio} what it should be"
                    if numbers.size == 1
                    else f"is in every entry {ratio} what it should be"
                )
    if numbers.size > 1:
        return _place_in_words(numbers, wanted)
    return None


def same_data(given: Any, due: Any) -> bool:
    """Whether a given value is what it was, also when it was typed in again as a list in place of an array."""
    if isinstance(due, Mapping):
        return (
            isinstance(given, Mapping)
            and given.keys() == due.keys()
            and all(map(same_data, given.values(), due.values()))
        )
    if isinstance(due, np.ndarray) and isinstance(given, list | tuple):
        return same(list(given), due.tolist())
    return same(given, due)


def first_difference(given: Any, due: Any) -> int | None:
    """Return the index of the first entry that differs, None when the two do not compare entry by entry."""
    if not isinstance(given, list | tuple | np.ndarray) or not isinstance(due, list | tuple | np.ndarray):
        return None
    for index, (one, other) in enumerate(zip(given, due, strict=False)):
        if not same(one, other):
            return index
    return min(len(given), len(due)) if len(given) != len(due) else None


def is_number(value: Any) -> bool:
    """Whether a value is a number: Python's or NumPy's, or an array without dimensions; a bool is none."""
    if isinstance(value, np.ndarray):
        return value.ndim == 0 and value.dtype.kind in "iuf"
    return isinstance(value, int | float | np.integer | np.floating) and not isinstance(value, bool)


def describe_kind(value: Any) -> str:
    """Return what a value is, for a reader: "a list of 3", "the text '7'"."""
    if value is None:
        return "None"
    if isinstance(value, bool | np.bool_):
        return str(bool(value))
    if isinstance(value, str):
        return f"the text {value[:40]!r}"
    if isinstance(value, np.ndarray) and value.ndim:
        return f"an array of shape {value.shape}"
    if is_number(value):
        return "a number"
    if isinstance(value, list):
        return f"a list of {len(value)}"
    if isinstance(value, tuple):
        return f"a tuple of {len(value)}"
    if isinstance(value, dict):
        return "a dictionary"
    kind = getattr(value, "type_name", type(value).__name__)
    if kind in ("function", "method", "builtin_function_or_method"):
        return "a function that is not called: brackets with its arguments are missing"
    if kind == "int":
        return "a number of too many digits"
    _, _, too_large = getattr(value, "summary", "").partition("too large to look at: ")
    if too_large:
        return f"{too_large}, too large to look at"
    if kind == "ndarray":
        return "an array of something else than numbers"
    base = getattr(value, "base", None)
    of_its_own = f" (a kind of {base})" if base not in (None, kind, "generic") else ""
    return f"{'an' if kind[:1] in 'AEIOUaeiou' else 'a'} {kind}{of_its_own}"


def show(value: Any, width: int = 60) -> str:
    """Return a value as the learner would see it printed, on one line: no `np.float64(...)`, long ones cut."""
    text = _show(value)
    return text if len(text) <= width else text[: width - 4].rstrip(" ,") + " ..."


def _show(value: Any) -> str:
    if isinstance(value, np.ndarray):
        return " ".join(np.array2string(value, precision=6, threshold=20, edgeitems=3).split()).replace("[ ", "[")
    if isinstance(value, np.generic):
        return _show(value.item())
    if isinstance(value, float):
        return f"{value:.10g}" if value == 0 or 1e-4 <= abs(value) < 1e10 else f"{value:.6g}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_show, value)) + "]"
    if isinstance(value, tuple):
        return "(" + ", ".join(map(_show, value)) + ("," if len(value) == 1 else "") + ")"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key!r}: {_show(item)}" for key, item in value.items()) + "}"
    if hasattr(value, "type_name"):
        return f"a {value.type_name}"
    return str(value.__name__) if callable(value) else repr(value)


def _equal(given: Any, due: Any) -> bool:
    if isinstance(due, Mapping):
        return all(same(given[key], item) for key, item in due.items())
    if isinstance(due, list | tuple):
        return all(same(one, other) for one, other in zip(given, due, strict=True))
    if isinstance(due, np.ndarray) or is_number(due):
        return _close(np.asarray(given), np.asarray(due))
    return bool(given == due)  # both are None, a bool or a string of ours by now


@np.errstate(all="ignore")  # numbers that ran off to the largest there are may overflow once more
def _close(given: np.ndarray, due: np.ndarray) -> bool:
    if due.dtype.kind not in "iufc" or given.dtype.kind not in "iufc":
        return bool(np.array_equal(given, due))
    finite = np.abs(due[np.isfinite(due)])
    absolute = ABSOLUTE_TOLERANCE * max(1.0, float(finite.max()) if finite.size else 1.0)
    return bool(np.allclose(given, due, rtol=RELATIVE_TOLERANCE, atol=absolute, equal_nan=True))


def _not_a_number(given: Any) -> str | None:
    if is_number(given):
        return None
    if isinstance(given, str):
        return f"is the text {given[:40]!r}; it should be a number, without quotes"
    if isinstance(given, np.ndarray) and given.size == 1:
        return f"is an array that holds one number, of shape {given.shape}; it should be the number itself"
    if isinstance(given, np.ndarray | list | tuple):
        return f"is {describe_kind(given)}; it should be one number"
    return f"is {describe_kind(given)}; it should be a number"


def _not_such_an_array(given: Any, due: np.ndarray) -> str | None:
    if not isinstance(given, np.ndarray):
        wanted = f"a NumPy array of shape {due.shape}"
        return f"is {describe_kind(given)}; it should be {wanted}"
    if given.shape != due.shape:
        return f"has shape {given.shape}; it should be {due.shape}"
    if due.dtype.kind in "iuf" and given.dtype.kind == "c":
        return "holds complex numbers, with an imaginary part; it should hold none"
    if due.dtype.kind in "iuf" and given.dtype.kind not in "iuf":
        return "does not hold numbers; it should"
    return None


def _not_such_a_list(given: Any, due: Sequence[Any]) -> str | None:
    if not isinstance(given, list | tuple | np.ndarray) or (isinstance(given, np.ndarray) and not given.ndim):
        return f"is {describe_kind(given)}; it should be a {type(due).__name__} of {len(due)}"
    if len(given) != len(due):
        return f"has {len(given)} {'entry' if len(given) == 1 else 'entries'}; it should have {len(due)}"
    for index, (one, other) in enumerate(zip(given, due, strict=True)):
        difference = kind_difference(one, other)
        if difference:
            return f"is off: its entry {index} {difference}"
    return None


def _not_such_a_dictionary(given: Any, due: Mapping[Any, Any]) -> str | None:
    if not isinstance(given, Mapping):
        return f"is {describe_kind(given)}; it should be a dictionary"
    for key, item in due.items():
        if key not in given:
            return f"has no key {key!r}; it should"
        difference = kind_difference(given[key], item)
        if difference:
            return f"is off: its [{key!r}] {difference}"
    extra = [key for key in given if key not in due]
    return f"has a key {extra[0]!r} that does not belong there" if extra else None


def _flat_numbers(value: Any) -> np.ndarray | None:
    """Every number in a value as one array, None when it holds something else."""
    if isinstance(value, Mapping):
        return _flat_numbers(list(value.values()))
    if isinstance(value, list | tuple):
        parts = [_flat_numbers(item) for item in value]
        return np.concatenate(parts) if parts and all(part is not None for part in parts) else None  # type: ignore[arg-type]
    if isinstance(value, np.ndarray) and value.dtype.kind in "iuf":
        return value.astype(float).ravel()
    if not is_number(value) or (isinstance(value, int) and value.bit_length() >= sys.float_info.max_exp):
        return None  # also a whole number that no float can hold
    return np.array([float(value)]) if math.isfinite(value) else None


def _ratio_in_words(ratio: float) -> str | None:
    for number, words in ((2, "twice"), (0.5, "half of"), (-2, "minus twice"), (-0.5, "minus half of")):
        if math.isclose(ratio, number, rel_tol=RELATIVE_TOLERANCE):
            return words
    for number in range(3, 11):
        if math.isclose(ratio, number, rel_tol=RELATIVE_TOLERANCE):
            return f"{number} times"
        if math.isclose(ratio, 1 / number, rel_tol=RELATIVE_TOLERANCE):
            return f"a {_ORDINALS[number]} of"
    for number in (100, 1000):
        if math.isclose(ratio, number, rel_tol=RELATIVE_TOLERANCE):
            return f"{number} times"
    return None


_ORDINALS = {
    1: "first",
    2: "second",
    3: "third",
    4: "fourth",
    5: "fifth",
    6: "sixth",
    7: "seventh",
    8: "eighth",
    9: "ninth",
    10: "tenth",
}


def ordinal(number: int) -> str:
    """Return a place in words: "third", "11th"."""
    if number in _ORDINALS:
        return _ORDINALS[number]
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _place_in_words(numbers: np.ndarray, wanted: np.ndarray) -> str | None:
    right = [bool(_close(one, other)) for one, other in zip(numbers, wanted, strict=True)]
    if all(right):
        return None
    first = right.index(False)
    wrong = right.count(False)
    if wrong == 1:
        return f"is right but for the {ordinal(first + 1)} entry"
    if first and not any(right[first:]):
        if first == 1:
            return "is right in the first entry, wrong from the second on"
        return f"is right in the first {first} entries, wrong from the {ordinal(first + 1)} on"
    return None
