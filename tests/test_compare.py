"""When a value counts as the one that is due, and how a difference is put in words."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from workbook.compare import describe_difference, first_difference, kind_difference, ordinal, same, same_data, show

NUMBERS = st.floats(-1e6, 1e6, allow_nan=False)
ARRAYS = arrays(float, st.integers(1, 5), elements=NUMBERS)


@given(st.one_of(NUMBERS, ARRAYS, st.lists(NUMBERS), st.dictionaries(st.text(), NUMBERS), st.booleans(), st.text()))
def test_a_value_is_the_same_as_itself(value: Any) -> None:
    assert same(value, value)


@given(ARRAYS, st.integers(0, 4), st.floats(1e-3, 10))
def test_one_entry_that_is_off_is_seen(due: np.ndarray, index: int, off: float) -> None:
    given_value = due.copy()
    given_value[index % due.size] += off * max(1.0, abs(due).max())
    assert not same(given_value, due)


@given(ARRAYS)
def test_rounding_is_no_difference(due: np.ndarray) -> None:
    assert same(due * (1 + 1e-12) + 1e-16, due)


@given(ARRAYS)
def test_a_list_is_no_array_but_an_array_may_stand_for_a_list(due: np.ndarray) -> None:
    assert not same(due.tolist(), due)
    assert same(due, due.tolist())


@pytest.mark.parametrize("number", [7, 7.0, np.int64(7), np.float32(7), np.array(7)])
def test_a_number_is_a_number(number: Any) -> None:
    assert same(number, 7)
    assert same(7, number)


@pytest.mark.parametrize(
    ("value", "due", "words"),
    [
        ("7", 7, "is the text '7'; it should be a number, without quotes"),
        (True, 1, "is True; it should be a number"),
        (None, 7, "is None; it should be a number"),
        ([7], 7, "is a list of 1; it should be one number"),
        (np.array([7]), 7, "is an array that holds one number, of shape (1,); it should be the number itself"),
        ([1, 2], np.array([1, 2]), "is a list of 2; it should be a NumPy array of shape (2,)"),
        (np.array([[1, 2]]), np.array([1, 2]), "has shape (1, 2); it should be (2,)"),
        (np.array(["1", "2"]), np.array([1, 2]), "does not hold numbers; it should"),
        ([1], [1, 2], "has 1 entry; it should have 2"),
        ([1, "2"], [1, 2], "is off: its entry 1 is the text '2'; it should be a number, without quotes"),
        ({"a": 1}, {"a": 1, "b": 2}, "has no key 'b'; it should"),
        (7, True, "is a number; it should be True or False"),
    ],
)
def test_type_and_shape_come_first(value: Any, due: Any, words: str) -> None:
    assert kind_difference(value, due) == words
    assert not same(value, due)


@pytest.mark.parametrize(
    ("value", "due", "words"),
    [
        ([-14, -28], [14, 28], "is right in size, opposite in sign"),
        (-7, 7, "is right in size, but its sign is flipped"),
        ([7, 14], [14, 28], "is in every entry half of what it should be"),
        (21, 7, "is 3 times what it should be"),
        ([1, 2, 30, 40], [1, 2, 3, 4.5], "is right in the first 2 entries, wrong from the third on"),
        ([1, 9, 3], [1, 2, 3], "is right but for the second entry"),
        ([2, 1, 5], [1, 5, 2], "holds the right numbers in another order"),
        (3.0, 9.0, "is the square root of what it should be"),
        (81.0, 9.0, "is the square of what it should be"),
        (float("nan"), 7, None),
        ([float("inf"), 1.0], [1.0, 2.0], None),
    ],
)
def test_what_is_certain_is_said(value: Any, due: Any, words: str | None) -> None:
    as_value = np.array(value, float) if isinstance(value, list) else value
    as_due = np.array(due, float) if isinstance(due, list) else due
    found = describe_difference(as_value, as_due)
    assert found == words or (words is None and "finite" in (found or "finite"))


@given(st.lists(NUMBERS, min_size=1, max_size=6), st.integers(0, 5))
def test_the_first_difference_is_found(due: list[float], index: int) -> None:
    index %= len(due)
    changed = [*due[:index], due[index] + 1e7, *due[index + 1 :]]
    assert first_difference(changed, due) == index
    assert first_difference(due, due) is None


def test_data_typed_in_again_are_the_same_data() -> None:
    assert same_data({"node_0": [2, 1]}, {"node_0": np.array([2, 1])})
    assert not same_data({"node_0": [2, 2]}, {"node_0": np.array([2, 1])})


def test_values_are_shown_as_they_print() -> None:
    assert show(np.float64(5.04)) == "5.04"
    assert show(np.array([14, 28, 42])) == "[14 28 42]"
    assert show([np.int64(1), 2.5]) == "[1, 2.5]"
    assert show({"node_0": np.array([2, 1])}) == "{'node_0': [2 1]}"
    assert show(list(range(100)), 20) == "[0, 1, 2, 3, 4 ..."


def test_places_have_their_words() -> None:
    assert [ordinal(number) for number in (1, 3, 11, 12, 21, 22, 113)] == [
        "first",
        "third",
        "11th",
        "12th",
        "21st",
        "22nd",
        "113th",
    ]


@pytest.mark.filterwarnings("error")
def test_numbers_that_ran_off_are_compared_without_a_warning() -> None:
    huge = np.array([1e200, -1.7e308])
    assert not same(huge, np.array([1e-200, 1.7e308]))
    assert describe_difference(np.array([1e200, 2e200]), np.array([1e-200, 3e-200])) is None
