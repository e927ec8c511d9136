"""# A node that can be off: ReLU

In the exercise before, `node_1` had the value -13, and it pulled the prediction down to -39.
Many networks do not let a node do that. A node that ends up below 0 is switched off: it counts
as 0. A node above 0 keeps its value.

This rule is called **ReLU** (short for rectified linear unit). A rule that is applied to the
value of a node is called an **activation function**.

    output
      |            *
      |          *
      |        *
    0 | * * * *
      +-------+--------- input
              0

Two values on either side of 0:

    relu(26)  -->  26
    relu(-13) -->   0

Python can compare two numbers by itself: `max(3, 7)` is the larger of the two, 7.

Inside a node, two numbers are now told apart. Its **input** is the sum of the products. Its
**output** is the ReLU of that sum, and this is what the next layer gets.

     3 --x 2--+
              +--> 26 --> relu --> 26 --x 2--+
     5 --x 4--+                              |
                                             +--> model_output
     3 --x 4--+                              |
              +--> -13 -> relu -->  0 --x 7--+
     5 --x -5-+

## Instructions

1. Write `relu`: it returns `input` when that is above 0, and 0 otherwise.
2. Apply it to `node_0_input` and to `node_1_input`. Call the results `node_0_output` and
   `node_1_output`.
3. The last lines calculate the prediction from these two. Read them.
"""

import numpy as np

from workbook import load

input_data, weights = load("two_inputs")


def relu(input):
    """Return the input when it is above 0, and 0 otherwise: one number."""
    return ____


# The first node of the hidden layer.
node_0_input = (input_data * weights["node_0"]).sum()
node_0_output = ____

# The second.
node_1_input = (input_data * weights["node_1"]).sum()
node_1_output = ____

# The prediction.
hidden_layer_outputs = np.array([node_0_output, node_1_output])
model_output = (hidden_layer_outputs * weights["output"]).sum()

print(model_output)
