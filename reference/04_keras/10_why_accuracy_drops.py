"""# Why the accuracy drops at slope 0

The second strange graph: the nearer the slope is to 0, the lower the correlation. The networks
are the same, the noise is the same. What changes is how much x says about y.

    y = slope * x  +  noise
        ---------     -----
        x tells       nobody
        this part     can know this part

You know the variances of the two parts: `slope**2`, and `noise**2`. Together they are the
variance of y. Now suppose that a network has found the line exactly: its prediction is
`slope * x`. Then its correlation with y is the square root of the share that x explains:

                       slope**2                            |slope|
    square root of  ----------------------   =   -------------------------------
                     slope**2 + noise**2          square root of
                                                     slope**2 + noise**2

The bars around slope mean that its sign is dropped, `abs(slope)` in Python: a falling line can
be predicted as well as a rising one. The square root is `np.sqrt`.

No network can do better on new data, however large it is and however long it is trained. The
formula gives the **ceiling** of the accuracy.

## Options

At slope 0 you train a network of 1,000 nodes on a million points. What is the correlation of
its predictions with y, on a million new points?

- a: close to 0
- b: close to 0.37, as at slope 0.2
- c: close to 1, it is large enough to learn anything

## Instructions

1. Write `accuracy_ceiling`. It gets one slope or an array of slopes, and the standard
   deviation of the noise, and returns the ceiling for each slope.
2. Measure the correlation of the exact line, `slope * x`, with y. Call it `measured`.
3. Choose the `answer`: a, b or c.

## Hint

For the question: at slope 0, y is noise and nothing else. Does x tell anything about it?

## Hint

`abs` and `np.sqrt` work for a number and for an array alike. A correlation is
`np.corrcoef(one, other)[0, 1]`, with both made flat by `.ravel()`.

## Hint

The lines are

    return abs(slopes) / np.sqrt(slopes**2 + noise**2)

    measured = np.corrcoef((slope * x).ravel(), y.ravel())[0, 1]

    answer = "a"

## Why not

- b: At slope 0.2 a little of y comes from x. At slope 0 nothing does.
- c: It can learn the noise of its own million points by heart. New points have other noise.

## Take away

A network learns how one thing hangs together with another. At slope 0, x and y do not, so
there is nothing to learn, and the loss is small only because y hardly moves. In the recorded
sweep the mean correlation at slope 0 is 0.1 and not 0. It was measured on the very points that
the network was trained on, and four parameters can fit a little of the noise of 50 points.
"""

import numpy as np

from workbook import load
from workbook.earlier.create_data import create_data

slopes, noise, slope, n_points, seed = load("four_slopes")


def accuracy_ceiling(slopes, noise=0.5):
    """Return the highest correlation that predictions can have with y: one number for each slope."""
    return abs(slopes) / np.sqrt(slopes**2 + noise**2)  # blank: return ____


ceilings = accuracy_ceiling(slopes, noise)

# The correlation of the exact line with y, on many points.
x, y = create_data(slope, seed, n_points, noise)
measured = np.corrcoef((slope * x).ravel(), y.ravel())[0, 1]  # blank: measured = ____

answer = "a"  # blank: answer = ____

for one_slope, ceiling in zip(slopes, ceilings, strict=True):
    print(f"slope {one_slope:4.1f}: ceiling {ceiling:.3f}")
print(f"measured at slope {slope}, on {n_points} points: {measured:.3f}")
