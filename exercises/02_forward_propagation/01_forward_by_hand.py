"""# Forward by hand

In chapter 1 a prediction was one input times one weight. Most predictions need more. A bank
wants to predict how many payments a customer makes in a year. It knows two numbers about each
customer: here, 3 accounts and 5 years as a customer. So the input is [3, 5].

A **network** joins such numbers in steps. At each step stand **nodes**: places that hold one
number each. Between the inputs and the output (the prediction) are nodes that nobody sees from
outside. They are called the **hidden layer**. Here it has two nodes, node_0 and node_1:

    input      hidden layer                       output

     3 --x 2--+
              +--> node_0 --x 2--+
     5 --x 4--+                  |
                                 +--> output
     3 --x 4--+                  |
              +--> node_1 --x 7--+
     5 --x -5-+

The two inputs are drawn twice, so that no lines cross. Each line has a weight. A node
multiplies each number that comes in by the weight of its line, and adds up the products:

    node_0 = 3 * 2 + 5 * 4 = 26

The weights are kept in a **dictionary**. It finds things by their names: `weights["node_0"]`
are the weights of the lines that lead to node_0, the numbers 2 and 4.

They come as an **array**: a row of numbers that are calculated with together. Arrays belong to
NumPy, which is imported as `np`. `*` multiplies two arrays entry by entry, and `.sum()` adds up
the entries of one:

    np.array([3, 5]) * np.array([2, 4])            -->  [6 20]
    (np.array([3, 5]) * np.array([2, 4])).sum()    -->  26

The **shape** of an array says how large it is. An array of 2 numbers has the shape (2,), one of
3 numbers the shape (3,).

## Instructions

1. Calculate the value of the first hidden node from `input_data` and `weights["node_0"]`. Call
   it `node_0_value`.
2. Calculate `node_1_value` in the same way.
3. The two values are collected in the array `hidden_layer_outputs`. Calculate the output from
   it and `weights["output"]`. Call it `output`.
"""

import numpy as np

from workbook import load

input_data, weights = load("two_inputs")

# The first node of the hidden layer.
node_0_value = ____

# The second.
node_1_value = ____

# Both in one array.
hidden_layer_outputs = np.array([node_0_value, node_1_value])
print(hidden_layer_outputs)

# The output, from the hidden layer.
output = ____
print(output)
