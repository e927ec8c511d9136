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

## Hint

The gradients of d and c are those of the output node: its error times its input. Those of b
and a go one step further back: through the weight c, then through the ReLU, then to the input.

## Hint

The part that b and a share is `2 * error * c * (sums > 0)`. Each gradient ends with `.mean()`.
The updated parameters are `parameters - learning_rate * gradients`, as in chapter 3.

## Hint

The lines of the two functions are

    hidden = np.maximum(0, a * x + b)
    return c * hidden + d

    gradient_d = (2 * error).mean()
    gradient_c = (2 * error * hidden).mean()
    gradient_b = (2 * error * c * (sums > 0)).mean()
    gradient_a = (2 * error * c * (sums > 0) * x).mean()
    gradients = np.array([gradient_a, gradient_b, gradient_c, gradient_d])
    return parameters - learning_rate * gradients

and those below

    numpy_losses.append(((predict(parameters, x) - y) ** 2).mean())
    keras_losses.append(model.train_on_batch(x, y))

    largest_difference = np.abs(np.array(numpy_losses) - np.array(keras_losses)).max()

## Take away

There is nothing in Keras that you have not written yourself. The two differ by less than a
millionth, because Keras calculates with numbers of some 7 digits (float32) and NumPy with
numbers of some 16 (float64).
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
    hidden = np.maximum(0, a * x + b)  # blank: hidden = ____
    return c * hidden + d  # blank: return ____


def update(parameters, x, y, learning_rate):
    """Return the four parameters after one update with all points: an array [a, b, c, d]."""
    a, b, c, d = parameters
    sums = a * x + b
    hidden = np.maximum(0, sums)
    error = c * hidden + d - y
    gradient_d = (2 * error).mean()  # blank: gradient_d = ____
    gradient_c = (2 * error * hidden).mean()  # blank: gradient_c = ____
    gradient_b = (2 * error * c * (sums > 0)).mean()  # blank: gradient_b = ____
    gradient_a = (2 * error * c * (sums > 0) * x).mean()  # blank: gradient_a = ____
    gradients = np.array([gradient_a, gradient_b, gradient_c, gradient_d])
    return parameters - learning_rate * gradients  # blank: return ____


x, y = create_data(slope, seed)

# The Keras model starts from the same four numbers, in the shapes that its layers use.
a, b, c, d = parameters
model = build_and_compile()
model.set_weights([np.array([[a]]), np.array([b]), np.array([[c]]), np.array([d])])

numpy_losses = []
keras_losses = []
for _ in range(n_updates):
    # Before the update: the mean squared error of your network.
    numpy_losses.append(((predict(parameters, x) - y) ** 2).mean())  # blank: numpy_losses.append(____)
    parameters = update(parameters, x, y, learning_rate)

    # The same update by Keras.
    keras_losses.append(model.train_on_batch(x, y))  # blank: keras_losses.append(____)

largest_difference = np.abs(np.array(numpy_losses) - np.array(keras_losses)).max()  # blank: largest_difference = ____

for number in (0, 1, 2, n_updates - 1):
    print(f"update {number + 1:2}: NumPy {numpy_losses[number]:.7f}   Keras {keras_losses[number]:.7f}")
print("largest difference:", largest_difference)
