"""# Many updates

One update brought the error from 7 to 5.04. Now you take 20 of them, and watch the mean squared
error fall.

Each update works from where the one before it ended:

    +--> slope at these weights --> update the weights --> measure the mse --> keep it --+
    |                                                                                    |
    +------------------------------ 20 times --------------------------------------------+

`get_slope` and `get_mse` are the functions that you wrote in the exercise before. Both take
`input_data, target, weights`. What you measure is kept in the list `mse_hist` (hist for
history), and at the end you draw it.

## Instructions

1. In the loop, calculate the slope at the present weights with `get_slope`. Call it `slope`.
2. Update the weights: subtract `learning_rate * slope`. The result is called `weights` again,
   so that the next turn of the loop starts from it.
3. Calculate the mean squared error with the updated weights with `get_mse`. Call it `mse`.
4. Append `mse` to `mse_hist`.
5. Draw `mse_hist`. Call the horizontal axis `Iterations` and the vertical axis
   `Mean Squared Error`.

## Hint

The order matters. Calculate the slope, step, then measure. Measured before the step, the
history would start one update too early.

## Hint

The update is `weights = weights - learning_rate * slope`. A list grows with `.append(...)`.
`plt.plot` draws a list of numbers, `plt.xlabel` and `plt.ylabel` name the axes.

## Hint

The lines in the loop are

    slope = get_slope(input_data, target, weights)
    weights = weights - learning_rate * slope
    mse = get_mse(input_data, target, weights)
    mse_hist.append(mse)

and those for the plot

    plt.plot(mse_hist)
    plt.xlabel("Iterations")
    plt.ylabel("Mean Squared Error")

## Take away

The mean squared error falls from 25.4 to less than 0.0001. Each update leaves 0.5184 of it: the
steps are large while the error is large, and grow small by themselves near the goal.
"""

import matplotlib.pyplot as plt
import numpy as np

from workbook import load
from workbook.earlier.error_mse_and_slope import get_mse, get_slope

input_data, weights, target = load("one_customer")
learning_rate = 0.01
n_updates = 20
mse_hist = []

for update in range(n_updates):
    # The slope at the present weights.
    slope = get_slope(input_data, target, weights)  # blank: slope = ____

    # One step against the slope.
    weights = weights - learning_rate * slope  # blank: weights = ____

    # The mean squared error with the updated weights.
    mse = get_mse(input_data, target, weights)  # blank: mse = ____

    # Keep it.
    mse_hist.append(mse)  # blank: ____
    print(mse)

plt.plot(mse_hist)  # blank: plt.plot(____)
plt.xlabel("Iterations")  # blank: plt.xlabel(____)
plt.ylabel("Mean Squared Error")  # blank: plt.ylabel(____)
plt.show()
