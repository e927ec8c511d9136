"""# Backpropagation through a whole network

Now you calculate the slopes of all six weights of the network of chapter 2. The target is 50.
This is what forward propagation finds:

    input       hidden layer                            output

     3 --x 2---+
               +--> node_0 = 26 (on)  --x 2--+
     5 --x 4---+                             |
                                             +--> prediction = 52     target 50
     3 --x 4---+                             |
               +--> node_1 = 0  (off) --x 7--+
     5 --x -5--+

The loss is the squared error: (52 - 50) ** 2 = 4.

In the exercise before, the slope of a node left out the slope of its ReLU. Here it has that
factor in it: it is the slope of the loss for the sum that goes into the node. Backward, one
layer at a time:

    slope of the output    2 * error                                2 * 2      =  4

    output weights         value before it * slope of the output    26 * 4     = 104
                                                                     0 * 4     =   0

    slope of node_0        its output weight * slope of the output
                           * its ReLU slope                         2 * 4 * 1  =   8

    weights of node_0      value before it * slope of node_0        3 * 8      =  24
                                                                    5 * 8      =  40

The output has a ReLU too (since chapter 2), so its slope also gets that factor: it is 1 here,
because 52 is above 0.

Your function returns the slopes in a dictionary with the same names as the weights. Together
they are the gradient.

## Instructions

1. Calculate the slope of the output: 2 times the error, times the ReLU slope at the prediction.
   Call it `output_slope`.
2. Calculate `node_0_slope` and `node_1_slope`. Each is the node's output weight, times the
   slope of the output, times the ReLU slope at the node's value.
3. Fill in the dictionary: for the weights of a node, the input times the slope of that node;
   for the output weights, the hidden values times the slope of the output.
"""

import numpy as np

from workbook import load
from workbook.earlier.relu import relu

input_data, weights, target = load("two_inputs_with_target")


def relu_slope(value):
    """Return the slope of ReLU at a node with this value: 1 when it is on, 0 when it is off."""
    if value > 0:
        return 1
    return 0


def backprop(input_data, target, weights):
    """Return the slope of the squared error for every weight: a dictionary like weights."""
    # Forward, as in chapter 2. Every value is kept: on the way back it is needed again.
    node_0_output = relu((input_data * weights["node_0"]).sum())
    node_1_output = relu((input_data * weights["node_1"]).sum())
    hidden_layer_outputs = np.array([node_0_output, node_1_output])
    prediction = relu((hidden_layer_outputs * weights["output"]).sum())

    # Backward: the output first, then the hidden nodes.
    output_slope = ____
    node_0_slope = ____
    node_1_slope = ____

    return {
        "node_0": ____,
        "node_1": ____,
        "output": ____,
    }


gradients = backprop(input_data, target, weights)
hidden_gradient = np.array([gradients["node_0"], gradients["node_1"]])
output_gradient = gradients["output"]

print("Slopes of the hidden weights:")
print(hidden_gradient)
print("Slopes of the output weights:")
print(output_gradient)
