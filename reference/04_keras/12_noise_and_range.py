"""# More noise, a wider range

An explanation is worth something if it holds where it was not made. The ceiling of the
accuracy was found for noise of 0.5 and slopes from -2 to 2. Does it hold elsewhere?

Here are the results of four more sweeps: noise of 0.1, 0.5, 1 and 2, and for each 41 slopes
from -4 to 4, with 50 networks for each. That is 8,200 networks. `correlations` has a row for
each noise and a column for each slope: the mean over the living networks. `dead_shares` has
the same shape.

                 slope -4   slope -3.8   ...   slope 4
    noise 0.1       *           *                 *
    noise 0.5       *           *                 *
    noise 1.0       *           *                 *
    noise 2.0       *           *                 *

`accuracy_ceiling(slopes, noise)` is the function that you wrote: it returns a ceiling for each
slope.

The ceiling holds for new data. These networks were measured on the points that they learned
from, and where the slope is near 0 that makes a difference: four parameters can fit a little
of the noise. So look at the **gap** between measured and ceiling where a slope is at least as
large as the noise.

`zip(noises, correlations)` goes along two things at once: it gives the first noise with the
first row, then the second noise with the second row. It takes more than two as well. In the
graph each noise has a **marker** of its own, the form in which its points are drawn: `"o"`
draws circles, `"s"` squares.

## Instructions

1. In the first loop, calculate the `ceiling` for all slopes with this `noise`.
2. Calculate the `gap`: how far the measured correlations, `row`, are from the ceiling. Drop
   the sign.
3. Pick the gaps where `abs(slopes)` is at least as large as the noise, and append the largest
   of them to `largest_gaps`.
4. In the second loop, draw `row` against the slopes.

## Hint

Everything in the loop is about one noise: `row` has 41 numbers, and so have the ceiling and
the gap.

## Hint

The condition is `abs(slopes) >= noise`. It picks as `~dead` did: `gap[condition]`. The largest
is `.max()`.

## Hint

The lines are

    ceiling = accuracy_ceiling(slopes, noise)
    gap = abs(row - ceiling)
    largest_gaps.append(gap[abs(slopes) >= noise].max())

and the two things that are drawn are `slopes` and `row`.

## Take away

The formula holds for other noise and steeper lines, in 8,200 networks that it had not seen.
What counts is neither the slope nor the noise alone, but how large one is against the other.
Two gaps are larger than the others, 0.07 and 0.06 at noise 0.1 and slopes -0.2 and 0.2: there
all numbers are small, so the gradients are small as well, and 500 updates are too few. In a
simulation with 8,000 updates both were gone.
"""

import matplotlib.pyplot as plt

from workbook import load
from workbook.earlier.why_accuracy_drops import accuracy_ceiling

noises, slopes, correlations, dead_shares = load("noise_sweeps")

ceilings = []
largest_gaps = []
for noise, row in zip(noises, correlations, strict=True):
    # The highest correlation that is possible with this noise, for each slope.
    ceiling = accuracy_ceiling(slopes, noise)  # blank: ceiling = ____
    ceilings.append(ceiling)

    # How far the networks are from it, where the slope is at least as large as the noise.
    gap = abs(row - ceiling)  # blank: gap = ____
    largest_gaps.append(gap[abs(slopes) >= noise].max())  # blank: largest_gaps.append(____)

for noise, largest_gap in zip(noises, largest_gaps, strict=True):
    print(f"noise {noise}: largest gap {largest_gap:.3f}")
print(f"dead: {dead_shares.mean():.1%}")

figure, axes = plt.subplots(figsize=(8, 5), layout="constrained")
for noise, row, ceiling, marker in zip(noises, correlations, ceilings, ["o", "s", "^", "x"], strict=False):
    axes.plot(slopes, ceiling, "-", color="grey", linewidth=1)
    axes.plot(
        slopes,  # blank: ____,
        row,  # blank: ____,
        marker,
        color="black",
        markersize=4,
        label=f"noise {noise}",
    )
axes.set_xlabel("Slope of the data (y per x)")
axes.set_ylabel("Correlation of prediction and y, living networks")
axes.set_title("Measured (marks) and highest possible (lines)")
axes.legend()
plt.show()
