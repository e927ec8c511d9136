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
"""

import numpy as np

from workbook import load

input_data, weights, target = load("one_customer")


def get_error(input_data, target, weights):
    """Return how far the prediction is above the target: one number."""
    ____


def get_mse(input_data, target, weights):
    """Return the squared error: one number."""
    ____


def get_slope(input_data, target, weights):
    """Return the slope of the squared error for each weight: an array."""
    ____


error = get_error(input_data, target, weights)
mse = get_mse(input_data, target, weights)
slope = get_slope(input_data, target, weights)

print(error)
print(mse)
print(slope)
