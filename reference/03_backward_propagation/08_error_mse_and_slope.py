"""# Error, squared error and slope as functions

You are about to update the weights many times. Each update needs the same calculation again, so
it is worth three functions. Each one takes the same three arguments:

    (input_data, target, weights) --> get_error --> 7           prediction - target
    (input_data, target, weights) --> get_mse   --> 49          the error, squared
    (input_data, target, weights) --> get_slope --> [14 28 42]  2 * input * error

The name `mse` is short for **mean squared error**: square the error of each customer, then take
the mean. Here there is one customer. The mean of one number is that number, so the mean squared
error is the squared error itself.

A function must use its own arguments, and hand its result back with `return`. The same function
can then be used for other customers and other weights. Your functions will be called with
several.

## Instructions

1. `get_error` returns prediction - target: one number.
2. `get_mse` returns the squared error: one number. Let it call `get_error`.
3. `get_slope` returns the slope for each weight: an array. Let it call `get_error` too.

## Hint

The first function holds the two lines that you know: the prediction, then the error. The other
two begin with a call of the first: `error = get_error(input_data, target, weights)`.

## Hint

Squaring is `error**2`. The slope is 2 * input * error, as before. Every function ends with
`return` and the result. A function without `return` gives back `None`.

## Hint

The three bodies are

    preds = (weights * input_data).sum()
    return preds - target

    error = get_error(input_data, target, weights)
    return error**2

    error = get_error(input_data, target, weights)
    return 2 * input_data * error

## Take away

Each function says one thing, and the later two are built on the first. In the next exercise you
use them without thinking about what is inside.
"""

import numpy as np

from workbook import load

input_data, weights, target = load("one_customer")


def get_error(input_data, target, weights):
    """Return how far the prediction is above the target: one number."""
    preds = (weights * input_data).sum()  # blank: ____
    return preds - target  # blank


def get_mse(input_data, target, weights):
    """Return the squared error: one number."""
    error = get_error(input_data, target, weights)  # blank: ____
    return error**2  # blank


def get_slope(input_data, target, weights):
    """Return the slope of the squared error for each weight: an array."""
    error = get_error(input_data, target, weights)  # blank: ____
    return 2 * input_data * error  # blank


error = get_error(input_data, target, weights)
mse = get_mse(input_data, target, weights)
slope = get_slope(input_data, target, weights)

print(error)
print(mse)
print(slope)
