"""# A line with noise

This chapter runs an experiment. You make data, train small networks on them with **Keras**,
and measure how well they do. Then you do it 1,050 times. First you need a function that makes
data.

The data are points on a line, moved up or down by **noise**: by random numbers.

    y = slope * x + noise

         y
         |               . '
         |          '  .              each point: slope * x, and a little above
         |       . '                  or below it
         |   '  .
         | . '
         +------------------- x

One word changes its meaning here. In this chapter the **slope** is that of this line: how much
y grows when x grows by 1. The slope of the loss, which the updates of chapter 3 used, is
called the **gradient** from now on.

Random numbers come from a **generator**:

    rng = np.random.default_rng(seed)
    rng.standard_normal((50, 1))

The first line makes the generator. Its **seed** is a whole number that says where it begins:
the same seed gives the same random numbers again, another seed gives others. With the seed
`None` it begins somewhere else every time.

The second line draws 50 numbers around 0, in an array of 50 rows and 1 column. Two thirds of
them lie between -1 and 1, and few lie beyond 2 or -2. Drawn again, it gives 50 new ones.

How far numbers lie from their mean is their **standard deviation**: take each distance from
the mean, square it, take the mean, and then the square root. NumPy calculates it with
`.std()`. The numbers of `standard_normal` have a standard deviation of 1. Multiplied by 0.5,
they have one of 0.5.

## Instructions

1. Make a generator from `seed`. Call it `rng`.
2. Draw `x`: `n_points` rows and 1 column.
3. Calculate `y`: the slope times `x`, plus noise of the same shape. Its standard deviation is
   `noise`.
4. Return `x` and `y`.
"""

import numpy as np

from workbook import load

slope, seed = load("one_line")


def create_data(slope, seed=None, n_points=50, noise=0.5):
    """Return x and y = slope * x + noise: two arrays of shape (n_points, 1)."""
    rng = ____
    x = ____
    y = ____
    return ____


x, y = create_data(slope, seed)
x_again, y_again = create_data(slope, seed)
residuals = y - slope * x

print("shapes:", x.shape, y.shape)
# .ravel() lays a column flat, so that its numbers are printed in one line.
print("the first points:", x[:3].ravel(), y[:3].ravel())
print("the same seed again gives the same data:", np.array_equal(y, y_again))
print("standard deviation of the noise:", residuals.std())
