"""# Forward and backward

Two words for the two directions in a network:

- **forward propagation**: from the input to the prediction;
- **backward propagation**: from the error back to the slopes of the weights.

One update of the weights needs both, in this order:

    input --> forward --> prediction --> error --> backward --> slopes --> update the weights
      ^                                                                            |
      |                                                                            |
      +------------------------ again, with the updated weights -------------------+

You have calculated slopes by backward propagation and updated the weights, 4 times in all. Only
the updates count here. (The loop of the exercise before predicts a second time in each turn, to
measure.) How many forward propagations did the updates take?

## Options

- a: 0
- b: 1
- c: 4
- d: 8

## Instructions

1. Set `answer` to the letter of your choice, in quotes.
2. Then count. The loop makes `n_updates` updates. Wherever it goes forward, the count
   `forward_propagations` goes up by 1. Complete that line.

## Hint

The slopes depend on the error. Where does the error come from, and is it still the same after
the weights have changed?

## Hint

Each update changes the weights, so the old prediction no longer holds. The count goes up by 1
in each turn of the loop: its new value is its old value plus 1.

## Hint

One forward propagation for each of the 4 updates. The lines are

    answer = "c"
    forward_propagations = forward_propagations + 1

## Why not

- a: Backward propagation begins at the error, and there is no error without a prediction.
- b: One prediction serves one update. Then the weights are others, and so is the prediction.
- d: 8 would be two for each update. One is enough: the same prediction gives the error and then
  the slopes.

## Take away

One forward, one backward, one update: 4 updates take 4 forward propagations. A network that
learns spends its time on these two, over and over.
"""

import numpy as np

from workbook import load

input_data, weights, target, learning_rate, n_updates = load("a_few_updates")

# The letter of your choice.
answer = "c"  # blank: answer = ____

forward_propagations = 0
for update in range(n_updates):
    # Forward: from the input to the prediction. One more to count.
    preds = (weights * input_data).sum()
    forward_propagations = forward_propagations + 1  # blank: forward_propagations = ____

    # Backward: from the error to the slopes.
    error = preds - target
    slope = 2 * input_data * error

    # The update.
    weights = weights - learning_rate * slope

print("Your answer:", answer)
print("Forward propagations:", forward_propagations)
