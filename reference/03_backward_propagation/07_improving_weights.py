"""# Improving the weights

You have the slopes. Now use them.

A slope points uphill: it says which way the loss grows. You want the loss to shrink, so each
weight takes a step the other way. That is why the slope is **subtracted**:

    new weight = old weight - learning_rate * slope

The **learning rate** keeps the step small. It is what chapter 1 called alpha. The slopes are
[14 28 42]. A full step would change the third weight by 42, and jump far past the best value.
With a learning rate of 0.01 it changes by 0.42.

    loss
     |  *                                 *
     |    *                             *  <-- you are here, the slope is positive
     |      *                         *
     |         *                   *   <------ step to the left: subtract
     |             *   *   *   *
     +-------------------------------------- weight

After the step you predict again, with the updated weights. Then you know whether the step
helped.

## Instructions

1. The prediction, the error and the slope are there, as in the exercise before. Read them.
2. Update the weights: subtract `learning_rate` times `slope` from `weights`. Call the result
   `weights_updated`, and leave `weights` as it is.
3. Calculate the prediction with the updated weights: `preds_updated`.
4. Calculate its error, prediction - target: `error_updated`.

## Hint

All three weights are updated in one line, because NumPy subtracts entry by entry. The new
prediction is calculated as the old one was, only with other weights.

## Hint

The update is: weights - learning rate * slope. Mind the minus: with a plus, the step goes
uphill. Use `weights_updated` in place of `weights` for the new prediction.

## Hint

The three lines are

    weights_updated = weights - learning_rate * slope
    preds_updated = (weights_updated * input_data).sum()
    error_updated = preds_updated - target

## Take away

One small step against the slope, and the error fell from 7 to 5.04. That is gradient descent:
slope, step, slope, step. No single step has to be perfect. It has to go downhill, and not too
far.
"""

import numpy as np

from workbook import load

input_data, weights, target = load("one_customer")
learning_rate = 0.01

# Where we stand: the prediction, its error, and the slope for each weight.
preds = (weights * input_data).sum()
error = preds - target
slope = 2 * input_data * error

# One step against the slope.
weights_updated = weights - learning_rate * slope  # blank: weights_updated = ____

# The prediction with the updated weights.
preds_updated = (weights_updated * input_data).sum()  # blank: preds_updated = ____

# Its error.
error_updated = preds_updated - target  # blank: error_updated = ____

print("Error before the update:", error)
print("Error after the update: ", error_updated)
