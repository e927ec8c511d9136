"""# The published answer: a bug hunt

A course published an exercise like the one before, with these four customers and targets:

    input_data        target_actuals

    [ 0,  3]                1
    [ 1,  2]                3
    [-1, -2]                5
    [ 4,  0]                7

Its published answer was a mean squared error of 294.0 with `weights_0`, and 395.0625 with
`weights_1`. You know the two numbers: the customers of the exercise before were chosen so that
a right network gives them. For the customers here, a right network gives 37.5 and 49.890625.
Whoever solved the course's exercise got 294.0, and was told that it was right.

The fault was in the function that predicts. The course had loaded it beforehand, and the page
did not show its code. `published_predict` below is a reconstruction: it gives the published
numbers. It has one fault. Find it.

A good way to find a fault: print what comes out for each row, and ask whether it can be true.
Two customers may get the same prediction by chance. All four should not.

## Instructions

1. Reproduce the fault first. In the loop, predict for `row` with `published_predict`, once with
   each version of the weights. The next lines print the predictions and their mean squared
   errors: 294.0 and 395.0625.
2. Look at the predictions, then read `published_predict` line by line. Which line uses
   something that it should not? Leave that function as it is.
3. Write `mended_predict`: the same function without the fault. The lines below it are given,
   and predict with it.

## Hint

All four predictions are the same, whatever the row. So the row that goes in does not matter.
Where does the function use its argument `input_data_row`?

## Hint

It never does. It uses `input_data`, which is not an argument: it is the table of all customers,
from the top of the file. `.sum()` then adds up the products of the whole table. The mended
function has to use `input_data_row` in its place, twice.

## Hint

The body of `mended_predict` is

    node_0_output = relu((input_data_row * weights["node_0"]).sum())
    node_1_output = relu((input_data_row * weights["node_1"]).sum())
    hidden_layer_outputs = np.array([node_0_output, node_1_output])
    return relu((hidden_layer_outputs * weights["output"]).sum())

and the loop appends `published_predict(row, weights_0)` and
`published_predict(row, weights_1)`.

## Take away

The faulty function ignored its argument and added up the whole table: every prediction was 21,
and with the other weights 23.75. It raised no error, and its numbers looked like numbers. What
gives such a fault away is looking at single predictions, not only at their mean. And: an answer
is not right because it is published.
"""

import numpy as np
from sklearn.metrics import mean_squared_error

from workbook import load
from workbook.earlier.relu import relu

input_data, target_actuals, weights_0, weights_1 = load("published_customers")


def published_predict(input_data_row, weights):
    """Return the prediction for one row of input data. This function has a fault."""
    node_0_output = relu((input_data * weights["node_0"]).sum())
    node_1_output = relu((input_data * weights["node_1"]).sum())
    hidden_layer_outputs = np.array([node_0_output, node_1_output])
    return relu((hidden_layer_outputs * weights["output"]).sum())


# First, the published answer, with the fault.
published_output_0 = []
published_output_1 = []
for row in input_data:
    published_output_0.append(published_predict(row, weights_0))  # blank: published_output_0.append(____)
    published_output_1.append(published_predict(row, weights_1))  # blank: published_output_1.append(____)

published_mse_0 = mean_squared_error(target_actuals, published_output_0)
published_mse_1 = mean_squared_error(target_actuals, published_output_1)

print("Published predictions with weights_0:", np.array(published_output_0))
print("Published predictions with weights_1:", np.array(published_output_1))
print("Published mean squared errors:", published_mse_0, "and", published_mse_1)


def mended_predict(input_data_row, weights):
    """Return the prediction for one row of input data."""
    node_0_output = relu((input_data_row * weights["node_0"]).sum())  # blank: ____
    node_1_output = relu((input_data_row * weights["node_1"]).sum())  # blank
    hidden_layer_outputs = np.array([node_0_output, node_1_output])  # blank
    return relu((hidden_layer_outputs * weights["output"]).sum())  # blank


# Then the right one.
model_output_0 = []
model_output_1 = []
for row in input_data:
    model_output_0.append(mended_predict(row, weights_0))
    model_output_1.append(mended_predict(row, weights_1))

mse_0 = mean_squared_error(target_actuals, model_output_0)
mse_1 = mean_squared_error(target_actuals, model_output_1)

print("Mended predictions with weights_0:", np.array(model_output_0))
print("Mended predictions with weights_1:", np.array(model_output_1))
print("Right mean squared errors:", mse_0, "and", mse_1)
