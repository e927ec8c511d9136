"""# Scaling up to several customers

Weights that are right for one customer can be wrong for the next. To compare two versions of a
network, try both on several customers, and turn all the errors into one number.

Here are four customers, one in each row, and the target of each:

    input_data       target_actuals

    [0,  3]                1
    [6,  5]                3
    [4, -1]                5
    [6,  1]                7

The number is the **mean squared error**: square the error of each prediction, then take the
mean of the squares. Suppose two predictions miss by 3 and by -1:

    errors     3   -1
    squares    9    1        mean squared error: (9 + 1) / 2 = 5

Squaring keeps a prediction that is too high and one that is too low from cancelling out.

You do not have to write it yourself. scikit-learn, a Python library for machine learning, has
the function `mean_squared_error`. It takes the targets and the predictions, two lists of the
same length. The line that imports it is there.

## Instructions

1. In the loop, predict for `row` with `weights_0` and append the prediction to
   `model_output_0`.
2. Do the same with `weights_1` and `model_output_1`.
3. Calculate the mean squared error of each list with `mean_squared_error`: `mse_0` and `mse_1`.
"""

import numpy as np
from sklearn.metrics import mean_squared_error

from workbook import load
from workbook.earlier.predict_with_network import predict_with_network

input_data, target_actuals, weights_0, weights_1 = load("four_customers")

model_output_0 = []
model_output_1 = []

for row in input_data:
    # The prediction with the first weights.
    model_output_0.append(____)

    # The prediction with the second.
    model_output_1.append(____)

# The mean squared error of each.
mse_0 = ____
mse_1 = ____

print("Mean squared error with weights_0:", mse_0)
print("Mean squared error with weights_1:", mse_1)
