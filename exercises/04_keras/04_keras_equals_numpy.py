"""# Keras does what you did by hand

What does `train_on_batch` do? It does what you wrote in chapter 3: forward propagation, error,
backward propagation, update. Here you write it once more, for the network of this chapter,
start both from the same weights, and compare them update by update.

The network has four parameters. Their short names here are a, b, c and d:

    x ---> sums = a * x + b ---> hidden = relu(sums) ---> c * hidden + d ---> prediction

There are 50 points at once. `x`, `sums`, `hidden`, the prediction and the error are arrays
with one entry for each point. The loss is the mean of the squared errors, so each gradient is
a **mean** over the points as well.

Backward propagation multiplies along the way from the loss back to the parameter:

    gradient of d:   mean of  2 * error
    gradient of c:   mean of  2 * error * hidden
    gradient of b:   mean of  2 * error * c * relu slope
    gradient of a:   mean of  2 * error * c * relu slope * x

A bias is like a weight whose input is always 1: so its gradient has no input in it. The slope
of the ReLU is 1 where `sums` is above 0, and 0 elsewhere. In NumPy `sums > 0` is an array of
`True` and `False`, which count as 1 and 0 in a product.

All four gradients are calculated first, with the same parameters. Then all four are updated.

## Instructions

1. In `predict`, calculate `hidden`, then return the prediction.
2. In `update`, calculate the four gradients.
3. Return the array of the four updated parameters.
4. In the loop, append the loss of your network, before the update, to `numpy_losses`, and the
   loss of the Keras model to `keras_losses`. `model.train_on_batch(x, y)` returns it and
   updates.
5. Calculate the `largest_difference` between the two lists.
"""

import numpy as np

from workbook import load
from workbook.earlier.create_data import create_data
from workbook.earlier.train_the_model import build_and_compile

slope, seed = load("one_line")
parameters, learning_rate, n_updates = load("four_parameters")


def predict(parameters, x):
    """Return the predictions for every point: an array of the shape of x."""
    a, b, c, d = parameters
    hidden = ____
    return ____


def update(parameters, x, y, learning_rate):
    """Return the four parameters after one update with all points: an array [a, b, c, d]."""
    a, b, c, d = parameters
    sums = a * x + b
    hidden = np.maximum(0, sums)
    error = c * hidden + d - y
    gradient_d = ____
    gradient_c = ____
    gradient_b = ____
    gradient_a = ____
    gradients = np.array([gradient_a, gradient_b, gradient_c, gradient_d])
    return ____


x, y = create_data(slope, seed)

# The Keras model starts from the same four numbers, in the shapes that its layers use.
a, b, c, d = parameters
model = build_and_compile()
model.set_weights([np.array([[a]]), np.array([b]), np.array([[c]]), np.array([d])])

numpy_losses = []
keras_losses = []
for _ in range(n_updates):
    # Before the update: the mean squared error of your network.
    numpy_losses.append(____)
    parameters = update(parameters, x, y, learning_rate)

    # The same update by Keras.
    keras_losses.append(____)

largest_difference = ____

for number in (0, 1, 2, n_updates - 1):
    print(f"update {number + 1:2}: NumPy {numpy_losses[number]:.7f}   Keras {keras_losses[number]:.7f}")
print("largest difference:", largest_difference)
