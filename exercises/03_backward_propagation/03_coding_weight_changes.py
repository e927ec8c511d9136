"""# Change one weight

A better prediction needs no new network. It needs other weights. In this exercise you find out
by hand what a computer will do by itself at the end of the chapter: change a weight so that the
error gets smaller.

The target is 3. With the weights `weights_0` the network predicts 9:

    input      hidden layer                       output

     0 --x 2--+
              +--> node_0 --x 1--+
     3 --x 1--+                  |
                                 +--> prediction 9     target 3
     0 --x 1--+                  |
              +--> node_1 --x 1--+
     3 --x 2--+

Change **one** of these six weights so that the prediction is exactly 3. There is more than one
right answer. Pen and paper help: write the values of node_0 and node_1 into the drawing.

The weights are a dictionary. Each name has a list of two weights:

    {"node_0": [2, 1], "node_1": [1, 2], "output": [1, 1]}

## Instructions

1. Predict with `weights_0`: `model_output_0`. Calculate its error, prediction - target:
   `error_0`.
2. Write the dictionary `weights_1`: the same as `weights_0`, but with one weight changed. Leave
   `weights_0` as it is.
3. Predict with `weights_1`: `model_output_1`. Calculate its error: `error_1`. It should be 0.
"""

import numpy as np

from workbook import load
from workbook.earlier.predict_with_network import predict_with_network

input_data, weights_0, target_actual = load("change_one_weight")

# The prediction with the first weights, and its error.
model_output_0 = ____
error_0 = ____

# The same weights, one of them changed.
weights_1 = ____

# The prediction with the changed weights, and its error.
model_output_1 = ____
error_1 = ____

print(error_0)
print(error_1)
