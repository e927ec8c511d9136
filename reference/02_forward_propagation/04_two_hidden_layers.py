"""# Two hidden layers

A network can have more than one hidden layer. The nodes of the second one get their numbers
from the nodes of the first, as those get theirs from the input. Deep learning is called deep
because of such layers.

    input       first hidden layer          second hidden layer         output

     3 --x 2--+
              +--> node_0_0 --x -1--+
     5 --x 4--+                     |
                                    +--> node_1_0 --x 2--+
     3 --x 4--+                     |                    |
              +--> node_0_1 --x 2---+                    |
     5 --x -5-+                                          +--> prediction
                                                         |
              node_0_0 -------x 1---+                    |
                                    +--> node_1_1 --x 7--+
              node_0_1 -------x 2---+

In each name, the first number is the layer and the second the place in it. The two nodes of the
first layer are drawn twice, so that no lines cross. Every node uses ReLU.

One function for each step keeps this readable. What the first returns is what the second takes.
The bodies of the second and the third are empty: they are yours from the first line on.

    input --> first_hidden_layer --> hidden_0 --> second_hidden_layer --> hidden_1 --> output

## Instructions

1. `first_hidden_layer` returns an array of two values: those of `node_0_0` and `node_0_1`,
   calculated from the input.
2. `second_hidden_layer` does the same for `node_1_0` and `node_1_1`, calculated from the values
   of the first layer, `hidden_0`.
3. `predict_with_two_hidden_layers` calls one after the other, and returns the prediction: the
   `relu` of the sum of the products of `hidden_1` and `weights["output"]`.

## Hint

The second function is the first one again, with other numbers going in and other names of
weights. Each value is a relu of a sum of products, as in `predict_with_network`.

## Hint

One node is `relu((hidden_0 * weights["node_1_0"]).sum())`. Collect the two in
`np.array([..., ...])`. The third function begins with
`hidden_0 = first_hidden_layer(input_data_row, weights)`.

## Hint

The bodies are

    node_0_0 = relu((input_data_row * weights["node_0_0"]).sum())
    node_0_1 = relu((input_data_row * weights["node_0_1"]).sum())
    return np.array([node_0_0, node_0_1])

    node_1_0 = relu((hidden_0 * weights["node_1_0"]).sum())
    node_1_1 = relu((hidden_0 * weights["node_1_1"]).sum())
    return np.array([node_1_0, node_1_1])

    hidden_0 = first_hidden_layer(input_data_row, weights)
    hidden_1 = second_hidden_layer(hidden_0, weights)
    return relu((hidden_1 * weights["output"]).sum())

## Take away

The first layer gives [26, 0], the second [0, 26], and the prediction is 182. Each layer works
with what the one before it found, and with nothing else. So another layer is another function
like the one before it, and no new idea.
"""

import numpy as np

from workbook import load
from workbook.earlier.relu import relu

input_data, weights = load("two_layers")


def first_hidden_layer(input_data_row, weights):
    """Return the values of the first hidden layer: an array of two numbers."""
    node_0_0 = relu((input_data_row * weights["node_0_0"]).sum())  # blank: node_0_0 = ____
    node_0_1 = relu((input_data_row * weights["node_0_1"]).sum())  # blank: node_0_1 = ____
    return np.array([node_0_0, node_0_1])  # blank: return ____


def second_hidden_layer(hidden_0, weights):
    """Return the values of the second hidden layer: an array of two numbers."""
    node_1_0 = relu((hidden_0 * weights["node_1_0"]).sum())  # blank: ____
    node_1_1 = relu((hidden_0 * weights["node_1_1"]).sum())  # blank
    return np.array([node_1_0, node_1_1])  # blank


def predict_with_two_hidden_layers(input_data_row, weights):
    """Return the network's prediction for one row of input data: one number."""
    hidden_0 = first_hidden_layer(input_data_row, weights)  # blank: ____
    hidden_1 = second_hidden_layer(hidden_0, weights)  # blank
    return relu((hidden_1 * weights["output"]).sum())  # blank


hidden_0 = first_hidden_layer(input_data, weights)
hidden_1 = second_hidden_layer(hidden_0, weights)
model_output = predict_with_two_hidden_layers(input_data, weights)

print("First hidden layer: ", hidden_0)
print("Second hidden layer:", hidden_1)
print("Prediction:         ", model_output)
