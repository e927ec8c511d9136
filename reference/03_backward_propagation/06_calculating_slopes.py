"""# Calculating slopes

So far you changed weights by trying. Now you calculate which way each weight should go, and how
strongly it matters.

This network has no hidden layer. One customer of the bank is three numbers. Each number is
multiplied by its weight, and the products are added up:

    input_data   weights

        1 --------x 0--+
                       |
        2 --------x 2--+--> preds      target 0
                       |
        3 --------x 1--+

The loss measures how bad the prediction is. It is the error, squared:

    error = prediction - target
    loss  = error * error

The **slope** of the loss says how much the loss changes for each 1 that one weight grows. It is
measured over a very small nudge. Chapter 1 called it the derivative, and found it for one
weight: 2 * delta * input. Two things are different from now on:

- There are three weights, so there are three slopes, one for each weight. Together they are
  called the **gradient**. NumPy calculates all three in one line.
- The updates of chapter 1 left out the 2, because its alpha could make up for it. This chapter
  keeps it, as most courses do: slope = 2 * input * error.

Take the third weight. Its input is 3. When the weight grows by 0.01, the prediction grows by
0.03. So a weight with a large input has a large slope.

NumPy is there as `np`, should you want it.

## Instructions

1. Calculate the prediction: multiply `weights` by `input_data`, and add up the products. Call
   it `preds`.
2. Calculate the error: how far the prediction is above the target. Call it `error`.
3. Calculate the slope of the loss for each weight: 2 times the input times the error. Call it
   `slope`. It is an array of three numbers.

## Hint

Go in three steps, and use the result of each one in the next: prediction, error, slope.
`weights * input_data` multiplies entry by entry. The prediction is one number, so the products
still have to be added up.

## Hint

An array adds itself up with `.sum()`. The error is prediction - target, in this order: it is
positive when the prediction is too high. The slope is 2 * input * error.

## Hint

The three lines are

    preds = (weights * input_data).sum()
    error = preds - target
    slope = 2 * input_data * error

## Take away

The gradient has one slope for each weight: [14 28 42]. All three are positive: if any of these
weights grew, the loss would grow too. So each of them should become smaller. The third slope is
three times the first, because its input is three times as large.
"""

import numpy as np

from workbook import load

input_data, weights, target = load("one_customer")

# The prediction: every weight times its input, added up.
preds = (weights * input_data).sum()  # blank: preds = ____

# The error: how far the prediction is above the target.
error = preds - target  # blank: error = ____ - ____

# The slope of the loss for each weight: two times the input times the error.
slope = 2 * input_data * error  # blank: slope = ____ * ____ * ____

print(slope)
