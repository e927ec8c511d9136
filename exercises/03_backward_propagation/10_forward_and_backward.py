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
"""

import numpy as np

from workbook import load

input_data, weights, target, learning_rate, n_updates = load("a_few_updates")

# The letter of your choice.
answer = ____

forward_propagations = 0
for update in range(n_updates):
    # Forward: from the input to the prediction. One more to count.
    preds = (weights * input_data).sum()
    forward_propagations = ____

    # Backward: from the error to the slopes.
    error = preds - target
    slope = 2 * input_data * error

    # The update.
    weights = weights - learning_rate * slope

print("Your answer:", answer)
print("Forward propagations:", forward_propagations)
