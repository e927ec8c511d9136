"""# Normalise, then compare

A loss of 0.25 at slope 0 and a loss of 1.9 at slope 2: which network is better? As they stand
the two cannot be compared, since y is spread so differently. So compare each network with the
laziest one on the same data, the one that predicts the mean. Its loss is the variance of y:

                           loss              1    no better than predicting the mean
    normalised loss  =  -------------
                        variance of y        0    perfect

To **normalise** is to bring numbers to a common scale before they are compared. A normalised
loss has no units: metres or centimetres, it stays the same.

You get the recorded sweep again: 21 slopes, 50 networks each. `variances` has the variance of
y for each network, since each one had data of its own.

`np.argmax(numbers)` returns where the largest number stands.

## Instructions

1. Normalise: divide the loss of each network by the variance of its data. Call it
   `normalised`.
2. Calculate the mean for each slope: `mean_normalised`.
3. Find the `hardest_slope`: the one whose mean normalised loss is largest.
"""

import numpy as np

from workbook import load

slopes, losses, correlations, variances = load("full_sweep")

# Each network against the lazy one on its own data.
normalised = ____

# One mean for each slope.
mean_normalised = ____

# Where the networks do worst.
hardest_slope = ____

print("slope   mean loss   normalised")
for row in range(0, len(slopes), 2):
    print(f"{slopes[row]:5.1f}   {losses[row].mean():9.3f}   {mean_normalised[row]:10.3f}")
print("the hardest slope:", hardest_slope)
