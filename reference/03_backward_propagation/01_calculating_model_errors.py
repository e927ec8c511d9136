"""# Calculating the error of a network

Chapter 2 ran networks forward: numbers in, a prediction out. This chapter goes the other way.
It begins at the error of a prediction, and works backward to every weight that had a part in
it. That is **backward propagation**, or backpropagation for short.

The first step is the error. Here is a customer with the input [3, 2]. The target, the actual
value that the network should have predicted, is 5. All nodes use ReLU, as in chapter 2.

    input      hidden layer                       output

     3 --x 2--+
              +--> node_0 --x 2--+
     2 --x 1--+                  |
                                 +--> prediction     target 5
     3 --x 0--+                  |
              +--> node_1 --x 2--+
     2 --x 0--+

One word changes its meaning here. In chapter 1, `error` was the squared difference. From now
on, as in most courses on networks, the **error** is the difference itself:

    error = prediction - target

It has a sign. It is positive when the prediction is too high, and negative when it is too low.
In chapter 1 this difference was called delta. The square of it is now called the **squared
error**.

What is the error of this network? Take a pen and calculate it first.

## Options

- a: 5
- b: 6
- c: 11
- d: 16

## Instructions

1. Set `answer` to the letter of your choice, in quotes.
2. Then let Python calculate it. Predict with `predict_with_network`: its arguments are the
   input and the weights. Call the result `prediction`.
3. Calculate the error: prediction - target. Call it `error`. The target is in `target_actual`.

## Hint

Go from left to right. First the two hidden nodes: each is a sum of products, and 0 if that sum
is below 0. Then the prediction from the two nodes. The error comes last.

## Hint

node_0 is 3 * 2 + 2 * 1. node_1 is 3 * 0 + 2 * 0. The prediction is node_0 * 2 + node_1 * 2. The
error is the prediction minus 5.

## Hint

node_0 is 8, node_1 is 0, and the prediction is 8 * 2 + 0 * 2 = 16. The lines are

    answer = "c"
    prediction = predict_with_network(input_data, weights)
    error = prediction - target_actual

## Why not

- a: 5 is the target itself. The error is how far the prediction is from it.
- b: 6 is 3 * 2, one product of node_0. The other product, the output weight and the target are
  still to come.
- d: 16 is the prediction. The error is what is left when the target is subtracted from it.

## Take away

The network predicts 16 where 5 was right, so its error is 11. The sign says that the prediction
is too high. The rest of this chapter is about which weights to blame, and by how much.
"""

import numpy as np

from workbook import load
from workbook.earlier.predict_with_network import predict_with_network

input_data, weights, target_actual = load("a_customer_with_target")

# The letter of your choice.
answer = "c"  # blank: answer = ____

# What the network predicts for this customer.
prediction = predict_with_network(input_data, weights)  # blank: prediction = ____

# How far that is above the target.
error = prediction - target_actual  # blank: error = ____

print("Your answer:", answer)
print("Prediction: ", prediction)
print("Error:      ", error)
