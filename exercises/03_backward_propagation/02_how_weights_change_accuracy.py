"""# How a weight changes the error

This is the network of the exercise before, with the same customer. The target is another one:
7. So the prediction of 16 is too high by 9.

Now one weight changes a little: the output weight of node_0 goes from 2 to 2.01.

    input      hidden layer                              output

     3 --x 2--+
              +--> node_0 --x 2, then x 2.01--+
     2 --x 1--+                               |
                                              +--> prediction     target 7
     3 --x 0--+                               |
              +--> node_1 --x 2---------------+
     2 --x 0--+

Does this small change make the prediction more accurate, less accurate, or does it stay the
same? More accurate means: closer to the target. Decide first, with pen and paper, then
calculate it.

## Options

- a: more accurate
- b: less accurate
- c: the same

## Instructions

1. Set `answer` to the letter of your choice, in quotes.
2. Calculate the error with the first weights, `weights_0`: the prediction of
   `predict_with_network` minus the target. Call it `error_0`.
3. Calculate the error with the changed weights, `weights_1`. Call it `error_1`.
"""

import numpy as np

from workbook import load
from workbook.earlier.predict_with_network import predict_with_network

input_data, weights_0, weights_1, target_actual = load("one_weight_changed")

# The letter of your choice.
answer = ____

# The error with the first weights.
error_0 = ____

# The error with the changed weights.
error_1 = ____

print("Your answer:", answer)
print("Error before:", error_0)
print("Error after: ", error_1)
