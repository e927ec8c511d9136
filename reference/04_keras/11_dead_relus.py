"""# Dead networks

One thing in the two graphs is still strange. The accuracy should climb along its ceiling, to
0.97 at the ends. It stays around 0.7, goes up and down, and is low at slope 2. Look at the
single networks at slope 2 in place of their mean:

    correlation
    exactly 0       ######################          22 networks
    0 to 0.94                                        0 networks
    0.94 to 0.99    ############################    28 networks

There are two kinds, and nothing in between. 28 networks are near the ceiling. The other 22
have constant predictions.

How does a network come to that? If `weight * x + bias` is below 0 for every point, the ReLU
gives 0 for every point. Its slope is 0 there too, and backward propagation multiplies by it:
the gradients of the hidden weight and bias are 0. They stay as they are for ever. Such a ReLU
is called **dead**. Only the output's bias still learns. It goes to the mean of y, and the
network ends as the lazy one that you know: its loss is the variance of y.

With a condition you can pick entries out of an array. `correlations == 0` is a table of `True`
and `False`, and `~` turns each of them round:

    row = np.array([0.9, 0.0, 0.8])
    dead = row == 0                   [False, True, False]
    row[dead]                         [0.0]
    row[~dead]                        [0.9, 0.8]
    dead.mean()                       0.333..., as True counts 1 and False 0

The **median** is the one in the middle when numbers are put in order: half are smaller, half
are larger. `np.median` calculates it.

## Instructions

1. Find the `dead` networks: those with a correlation of exactly 0.
2. Calculate `dead_share`, the share of all networks that are dead, and `dead_shares`, the
   share in each row.
3. In the loop, pick the losses and correlations of the living networks of one slope, and
   append the median of the losses and the mean of the correlations.
4. Draw `dead_shares` on the left, and `living_correlations` on the right, each against the
   slopes.

## Hint

`dead` is a table like `correlations`. Its mean is a share, as a whole or along each row.

## Hint

In the loop `~dead[row]` picks the living ones of one row, as in `losses[row][~dead[row]]`.

## Hint

The lines are

    dead = correlations == 0
    dead_share = dead.mean()
    dead_shares = dead.mean(axis=1)

    living_losses.append(np.median(losses[row][~dead[row]]))
    living_correlations.append(correlations[row][~dead[row]].mean())

    left.plot(slopes, dead_shares, "o-", color="black")
    right.plot(slopes, living_correlations, "o", color="black", label="living networks")

## Take away

More than a quarter of the networks ended dead, 27.5 of 100. In simulations of this experiment
12 of 100 were drawn so, and nearly all others died within the first 100 updates. What looked
like an effect of the slope was two groups mixed into one mean. Without the dead ones the loss
is about 0.25 for every slope, the variance of the noise, and the accuracy follows its ceiling.
Look at the single results before you trust a mean, and say how many you left out.
"""

import matplotlib.pyplot as plt
import numpy as np

from workbook import load
from workbook.earlier.why_accuracy_drops import accuracy_ceiling

slopes, losses, correlations, variances = load("full_sweep")

# Which networks are dead, and how many.
dead = correlations == 0  # blank: dead = ____
dead_share = dead.mean()  # blank: dead_share = ____
dead_shares = dead.mean(axis=1)  # blank: dead_shares = ____

# What the living ones do, slope by slope.
living_losses = []
living_correlations = []
for row in range(len(slopes)):
    living_losses.append(np.median(losses[row][~dead[row]]))  # blank: living_losses.append(____)
    living_correlations.append(correlations[row][~dead[row]].mean())  # blank: living_correlations.append(____)

ceilings = accuracy_ceiling(slopes)

print(f"dead: {dead.sum()} of {dead.size} networks, {dead_share:.1%}")
normalised_dead = (losses / variances)[dead]
print(f"normalised loss of the dead: from {normalised_dead.min():.4f} to {normalised_dead.max():.4f}")
print(f"median loss of the living: from {min(living_losses):.3f} to {max(living_losses):.3f}, slope by slope")
print(
    f"mean correlation of the living at slope {slopes[-1]}: {living_correlations[-1]:.3f}, ceiling {ceilings[-1]:.3f}"
)

figure, (left, right) = plt.subplots(1, 2, figsize=(9, 4), layout="constrained")
figure.suptitle(f"{losses.shape[1]} networks for each slope, {dead_share:.1%} of all dead")
left.plot(slopes, dead_shares, "o-", color="black")  # blank: left.plot(____)
left.set_xlabel("Slope of the data (y per x)")
left.set_ylabel("Share of dead networks")
left.set_ylim(0, 1)
right.plot(slopes, ceilings, "--", color="grey", label="ceiling")
right.plot(slopes, living_correlations, "o", color="black", label="living networks")  # blank: right.plot(____)
right.set_xlabel("Slope of the data (y per x)")
right.set_ylabel("Correlation of prediction and y")
right.set_ylim(0, 1)
right.legend()
plt.show()
