"""# The full sweep: two graphs

This is the experiment at full size: 21 slopes from -2 to 2, and 50 networks for each. With
`build_and_train` these 1,050 networks would keep your computer busy for some ten minutes. So
here you get the results, recorded from a real run, and at the end of this chapter you train
all of them yourself, in a second. (`workbook sweep` on the command line runs it too.)

Each table has a row for each slope and a column for each of the 50 networks:

                     network 1   network 2   ...   network 50
    slope -2.0         3.77        3.34               3.29      --> mean of the row
    slope -1.8         0.22        0.35               0.17      --> mean of the row
      ...

- `losses`: the mean squared error after 500 updates.
- `correlations`: the correlation of prediction and y, 0 where the prediction is constant.
- `variances`: you need them in a later exercise.

`table.mean()` is the mean of everything. `table.mean(axis=1)` goes along each row, and returns
one mean for each: 21 numbers. (`axis=0` would go down the columns.)

`numbers.max()` is the largest of some numbers. `np.argmin(numbers)` returns **where** the
smallest one stands: its index. `slopes[index]` is then the slope that belongs to it.

Two graphs stand side by side if you ask for 1 row and 2 columns of them:

    figure, (left, right) = plt.subplots(1, 2)
    left.plot(x, y, "o-")          draws into the left one, points joined by lines
    left.set_ylabel("...")         names its vertical axis

## Instructions

1. Calculate the `mean_losses` and the `mean_correlations`: one number for each slope.
2. Find the `best_slope`: the slope whose mean loss is smallest.
3. Find the `highest_loss` and the `highest_correlation` among the means.
4. Draw the mean losses against the slopes on the left, and the mean correlations on the right.
   Name the vertical axes.
"""

import matplotlib.pyplot as plt
import numpy as np

from workbook import load

slopes, losses, correlations, variances = load("full_sweep")

# One mean for each slope.
mean_losses = ____
mean_correlations = ____

# What stands out.
best_slope = ____
highest_loss = ____
highest_correlation = ____

print("the mean loss is lowest at slope", best_slope)
print("highest mean loss:", highest_loss, "at slope", slopes[np.argmax(mean_losses)])
print("highest mean correlation:", highest_correlation, "at slope", slopes[np.argmax(mean_correlations)])
print("lowest mean correlation:", mean_correlations.min(), "at slope", slopes[np.argmin(mean_correlations)])

figure, (left, right) = plt.subplots(1, 2, figsize=(9, 4), layout="constrained")
figure.suptitle(f"{losses.shape[1]} networks for each slope, 500 updates each")
left.set_xlabel("Slope of the data (y per x)")
right.set_xlabel("Slope of the data (y per x)")
left.plot(____)
left.set_ylabel(____)
right.plot(____)
right.set_ylabel(____)
left.set_ylim(bottom=0)
right.set_ylim(0, 1)
plt.show()
