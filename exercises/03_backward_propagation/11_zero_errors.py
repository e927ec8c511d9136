"""# When every error is 0

Imagine a network that is right about everything: all its predictions are exactly the targets,
and all its errors are exactly 0. Its training goes on. What happens to its weights?

An update is what is subtracted from a weight:

    update     = learning rate * slope
    new weight = old weight - update

Which of these is true of the updates to the weights of this network?

## Options

- a: they are all 0 too
- b: they depend on the activation functions
- c: they are larger where the input is larger

## Instructions

1. Set `answer` to the letter of your choice, in quotes.
2. Then calculate it for a customer whose target is exactly what the network predicts. Calculate
   the slope for each weight, 2 * input * error: `slope`.
3. Calculate the update for each weight, learning rate * slope: `update`.
"""

import numpy as np

from workbook import load

input_data, weights, target, learning_rate = load("a_right_prediction")

# The letter of your choice.
answer = ____

# The prediction is exactly the target.
preds = (weights * input_data).sum()
error = preds - target

# The slope for each weight.
slope = ____

# What is subtracted from each weight.
update = ____

print("Your answer:", answer)
print("Error: ", error)
print("Update:", update)
