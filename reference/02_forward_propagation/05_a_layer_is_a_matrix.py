"""# A layer is a matrix

`predict_with_network` handles one node after the other, and one row after the other. With a
million rows that takes long. NumPy can do a whole layer for all rows in one line.

A **matrix** is a table of numbers: an array with rows and columns. Put the weights of each node
in a column of its own:

              node_0  node_1

    input 0     2       4
    input 1     4      -5

`rows @ matrix` is the **matrix product**. It takes each row on the left and each column on the
right, multiplies them entry by entry, and adds up. So the row [3, 5] and the column [2, 4] give
3 * 2 + 5 * 4 = 26, the sum that goes into node_0. All rows and all nodes together:

      rows                                   sums

    [3,  5]                                [26, -13]
    [1, -1]     @     [2,  4]      =       [-2,   9]
    [0,  0]           [4, -5]              [ 0,   0]
    [8,  4]                                [32,  12]

One line of the result for each customer, one column for each node. The **shape** of a matrix
has two numbers: `rows` has the shape (4, 2), for 4 rows and 2 columns.

Three tools are needed. `np.column_stack([a, b])` makes the arrays a and b the columns of a
matrix. `np.maximum(0, sums)` takes the larger of 0 and the entry, at every place: ReLU for a
whole array. (`max`, which served in `relu`, cannot do that.) And `matrix @ array` does the same
as above with one column: the result has one number for each row.

## Instructions

1. In `predict_rows`, make the matrix of the hidden weights: `weights["node_0"]` in the first
   column, `weights["node_1"]` in the second. Call it `hidden_weights`.
2. Calculate the values of the hidden layer for all rows: the ReLU of the matrix product of
   `rows` and `hidden_weights`. Call them `hidden_values`.
3. Return the predictions: the ReLU of the product of `hidden_values` and `weights["output"]`.

## Hint

Two layers, two lines of the same form: what goes in, `@`, the weights, and ReLU around it.

## Hint

ReLU for a whole array is `np.maximum(0, ...)`. In `rows @ hidden_weights` the rows come first:
each row meets each column.

## Hint

The lines are

    hidden_weights = np.column_stack([weights["node_0"], weights["node_1"]])
    hidden_values = np.maximum(0, rows @ hidden_weights)
    return np.maximum(0, hidden_values @ weights["output"])

## Take away

[52, 63, 0, 148], as with the loop, and with no loop. A layer is a matrix of weights, and
running it is a matrix product. Every library for networks works like this, and it is why they
run on graphics cards: those are built for matrix products.
"""

import numpy as np

from workbook import load
from workbook.earlier.predict_with_network import predict_with_network

rows, weights = load("four_rows")


def predict_rows(rows, weights):
    """Return the network's predictions for all rows at once: an array with one number for each row."""
    hidden_weights = np.column_stack([weights["node_0"], weights["node_1"]])  # blank: hidden_weights = ____
    hidden_values = np.maximum(0, rows @ hidden_weights)  # blank: hidden_values = ____
    return np.maximum(0, hidden_values @ weights["output"])  # blank: return ____


predictions = predict_rows(rows, weights)
print("All at once:  ", predictions)

# The same with the loop, to compare.
loop_predictions = []
for row in rows:
    loop_predictions.append(predict_with_network(row, weights))
print("Row after row:", np.array(loop_predictions))
