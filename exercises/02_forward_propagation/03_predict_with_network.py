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
"""

import numpy as np

from workbook import load
from workbook.earlier.relu import relu

rows, weights = load("four_rows")


def predict_with_network(input_data_row, weights):
    """Return the network's prediction for one row of input data: one number."""
    node_0_output = ____
    node_1_output = ____
    hidden_layer_outputs = ____
    return ____


results = []
for row in rows:
    results.append(predict_with_network(row, weights))

print(np.array(results))
