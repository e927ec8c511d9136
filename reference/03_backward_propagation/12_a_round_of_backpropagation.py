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

## Hint

Let the weight grow a little. The sum in the next node grows by 2 times as much, since 2 is what
the weight is multiplied by. What happens from there to the loss?

## Hint

The sum grows by 2 times as much, ReLU lets it through unchanged (slope 1), and the loss grows
by 3 times that. The three factors multiply.

## Hint

2 * 3 * 1 = 6. The lines are

    answer = "c"
    weight_slope = node_value * next_slope * relu_slope

## Why not

- a: It would be 0 if the node after the weight were off, or if the node before it had the value
  0. Neither is so.
- b: 2 is the value of the node before the weight. The slope of the node after it, 3, is also a
  factor.
- d: The three numbers are enough. What lies further on is contained in the slope 3, and the
  weight itself is not needed.

## Take away

Slope of a weight = value before it * slope after it * slope of the activation function. Each
factor answers one question, and their product is the whole chain from the weight to the loss.
(That adding gives 6 too is chance: with the slope 4 the product is 8 and the sum 7.) That is
all there is to backpropagation. The rest is doing it in order, from the back to the front.
"""

import numpy as np

from workbook import load

node_value, next_slope, relu_slope = load("around_one_weight")

# The letter of your choice.
answer = "c"  # blank: answer = ____

# The slope of the loss for this weight.
weight_slope = node_value * next_slope * relu_slope  # blank: weight_slope = ____

print("Your answer:", answer)
print("Slope of the weight:", weight_slope)
