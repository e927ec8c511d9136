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
"""

import numpy as np

from workbook import load
from workbook.earlier.predict_with_network import predict_with_network

input_data, weights, target_actual = load("a_customer_with_target")

# The letter of your choice.
answer = ____

# What the network predicts for this customer.
prediction = ____

# How far that is above the target.
error = ____

print("Your answer:", answer)
print("Prediction: ", prediction)
print("Error:      ", error)
