"""# A round of backpropagation

So far the slope of a weight was 2 * input * error. In a network with hidden layers most weights
do not touch the output. Their slope is passed back, from node to node, and at each weight
**three numbers** are multiplied:

- the value of the node that the weight comes from;
- the slope of the node that the weight leads to: how much the loss changes when the value of
  that node grows a little;
- the slope of the activation function of that node. For ReLU it is 1 when the node is on (its
  sum is above 0), and 0 when it is off, because then a small change does not get through.

Here is a weight in the middle of a network. Going forward, the node before it got the value 2.
Coming back, the node after it was found to have the slope 3. That node is on.

    forward -->

       value 2  ------ weight ? ------>  ReLU node, on  ------>  ...  --> loss
                                             slope 3

                                                           <-- backward

What is the slope of the weight with the question mark?

## Options

- a: 0
- b: 2
- c: 6
- d: there is not enough information

## Instructions

1. Set `answer` to the letter of your choice, in quotes.
2. Then calculate it from `node_value`, `next_slope` and `relu_slope`. Call it `weight_slope`.
"""

import numpy as np

from workbook import load

node_value, next_slope, relu_slope = load("around_one_weight")

# The letter of your choice.
answer = ____

# The slope of the loss for this weight.
weight_slope = ____

print("Your answer:", answer)
print("Slope of the weight:", weight_slope)
