"""# One function for the whole network

You now write the network once, as a function. From then on you can predict for any customer and
with any weights. Chapter 3 uses this function again and again.

    predict_with_network(input_data_row, weights) --> prediction

`input_data_row` is the array of one customer's numbers: one row of the customers below.

    rows           row by row          predictions

    [3, 5]   -->                  -->      52
    [1, -1]  -->   the network    -->       ?
    [0, 0]   -->                  -->       ?
    [8, 4]   -->                  -->       ?

One thing is new. Nobody makes fewer than 0 payments, so the output node gets a ReLU too: a sum
below 0 becomes a prediction of 0.

    sum of products --> relu --> node_0 --+
                                          +--> sum of products --> relu --> prediction
    sum of products --> relu --> node_1 --+

You do not have to write `relu` again. The line with `import relu` brings it in from the
exercise before.

## Instructions

1. In the function, calculate the values of `node_0` and `node_1` from `input_data_row`. Each is
   the `relu` of a sum of products.
2. Collect the two values in an array.
3. Return the prediction: the `relu` of the sum of their products with `weights["output"]`.

The lines below the function are given. They call it for each row, and collect the predictions.

## Hint

The body holds the lines of the exercise before, with two changes: the numbers come from
`input_data_row`, and the output goes through `relu` as well.

## Hint

Each node is `relu((... * ...).sum())`. There are three of them: two that begin with
`input_data_row`, and the output, which begins with the array of the hidden values.

## Hint

The lines are

    node_0_output = relu((input_data_row * weights["node_0"]).sum())
    node_1_output = relu((input_data_row * weights["node_1"]).sum())
    hidden_layer_outputs = np.array([node_0_output, node_1_output])
    return relu((hidden_layer_outputs * weights["output"]).sum())

## Take away

Calculating from the input to the prediction, layer by layer, is called **forward propagation**.
The function does not know which customer or which weights it gets: it works with its arguments.
That is why it can be used for all of them.
"""

import numpy as np

from workbook import load
from workbook.earlier.relu import relu

rows, weights = load("four_rows")


def predict_with_network(input_data_row, weights):
    """Return the network's prediction for one row of input data: one number."""
    node_0_output = relu((input_data_row * weights["node_0"]).sum())  # blank: node_0_output = ____
    node_1_output = relu((input_data_row * weights["node_1"]).sum())  # blank: node_1_output = ____
    hidden_layer_outputs = np.array([node_0_output, node_1_output])  # blank: hidden_layer_outputs = ____
    return relu((hidden_layer_outputs * weights["output"]).sum())  # blank: return ____


results = []
for row in rows:
    results.append(predict_with_network(row, weights))

print(np.array(results))
