"""# Why the losses grow with the slope

The first strange graph: the steeper the line, the larger the loss. Are steep lines harder to
learn?

Look at the values of y that the network has to reach. The picture has the same scale on both
sides:

     4 |                      4 |            . '
     2 |                      2 |         . '
     0 |  ' . , ' . . ' ,     0 |      . '
    -2 |                     -2 |    '.
    -4 |                     -4 | . '
          slope 0                   slope 2

With slope 0, y stays between -1 and 1 or so. With slope 2 it goes from about -4 to 4. A
network that is wrong by half of that range is wrong by a little on the left, and by a lot on
the right.

How widely numbers are spread is their **variance**: the mean of the squared distances from
their mean. It is the square of the standard deviation, and NumPy calculates it with `.var()`.

For our data it can be calculated beforehand. The noise has a standard deviation of 0.5, and so
a variance of 0.5**2. Variances of things that have nothing to do with each other add up. x has
the variance 1, and a number in front counts squared:

    variance of y = slope**2 * variance of x + variance of the noise
                  = slope**2 + noise**2

And the loss? Take the laziest network there is: it gives the mean of y, whatever x is. Its
mean squared error is the mean of the squared distances from the mean. That is the variance of
y.

## Options

The units of y are changed from metres to centimetres, so every y and every prediction is 100
times as large. How does the mean squared error change?

- a: not at all, the network is as good as before
- b: it is 100 times as large
- c: it is 10,000 times as large

## Instructions

1. Calculate by the formula the variance of y for both slopes: `expected_flat`,
   `expected_steep`.
2. Measure it on the data: `measured_flat`, `measured_steep`.
3. Calculate the mean squared error of the lazy network on the steep data: `lazy_loss`. It
   predicts the mean of `y_steep` for every point.
4. Choose the `answer`: a, b or c.

## Hint

For the question: the error of a point has the units of y. What are the units of its square?

## Hint

The formula needs `flat_slope`, `steep_slope` and `noise`. Measuring is `.var()`. The lazy
prediction is `y_steep.mean()`.

## Hint

The lines are

    expected_flat = flat_slope**2 + noise**2
    expected_steep = steep_slope**2 + noise**2
    measured_flat = y_flat.var()
    measured_steep = y_steep.var()
    lazy_loss = ((y_steep - y_steep.mean()) ** 2).mean()
    answer = "c"

## Why not

- a: The network is as good as before, but the loss is not a pure number: its units are those
  of y, squared.
- b: The errors are 100 times as large. The loss takes their squares.

## Take away

The mean squared error is measured in the units of y, squared. At slope 2 the variance of y is
4.25, at slope 0 it is 0.25: losses of such different data cannot be compared as they are.
"""

from workbook import load
from workbook.earlier.create_data import create_data

flat_slope, steep_slope, noise, n_points, seed = load("flat_and_steep")

x_flat, y_flat = create_data(flat_slope, seed, n_points, noise)
x_steep, y_steep = create_data(steep_slope, seed, n_points, noise)

# The variance of y, by the formula.
expected_flat = flat_slope**2 + noise**2  # blank: expected_flat = ____
expected_steep = steep_slope**2 + noise**2  # blank: expected_steep = ____

# The variance of y, measured.
measured_flat = y_flat.var()  # blank: measured_flat = ____
measured_steep = y_steep.var()  # blank: measured_steep = ____

# The mean squared error of a network that predicts the mean of y for every point.
lazy_loss = ((y_steep - y_steep.mean()) ** 2).mean()  # blank: lazy_loss = ____

answer = "c"  # blank: answer = ____

print("variance of y at slope", flat_slope, "expected", expected_flat, "measured", measured_flat)
print("variance of y at slope", steep_slope, "expected", expected_steep, "measured", measured_steep)
print("loss of the lazy network:", lazy_loss)
