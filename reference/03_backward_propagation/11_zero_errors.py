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

## Hint

Every slope is a product. The error is one of the things that are multiplied.

## Hint

A product with 0 in it is 0, whatever else is in it. For the numbers, use the formula of the
slope that you know, and multiply its result by `learning_rate`.

## Hint

All updates are 0. The lines are

    answer = "a"
    slope = 2 * input_data * error
    update = learning_rate * slope

## Why not

- b: Whatever the activation function is, the error is a factor of every slope, and it is 0.
- c: The input is one factor of the product. The error is another, and it is 0.

## Take away

No error, no slope, no update: a network that is right stays as it is. The closer it comes, the
smaller its steps, with no need to lower the learning rate.
"""

import numpy as np

from workbook import load

input_data, weights, target, learning_rate = load("a_right_prediction")

# The letter of your choice.
answer = "a"  # blank: answer = ____

# The prediction is exactly the target.
preds = (weights * input_data).sum()
error = preds - target

# The slope for each weight.
slope = 2 * input_data * error  # blank: slope = ____

# What is subtracted from each weight.
update = learning_rate * slope  # blank: update = ____

print("Your answer:", answer)
print("Error: ", error)
print("Update:", update)
