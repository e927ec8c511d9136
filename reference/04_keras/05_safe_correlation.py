"""# How well does the prediction follow y?

The experiment measures two things. One is the loss. The other it calls accuracy: the
**correlation** of the predictions with y.

A correlation is a number from -1 to 1. It says how well two rows of numbers rise and fall
together:

     1    together, on a straight line          -1    one rises where the other falls
     0    the one says nothing of the other      0.9  together, with some scatter

NumPy calculates it with `np.corrcoef(one, other)[0, 1]`. Both have to be flat, so a column of
shape (50, 1) is made flat first: `predictions.ravel()` has shape (50,). The function returns a
table with the correlation of each with each; `[0, 1]` takes that of the first with the second.

One kind of network spoils it. If the ReLU gives 0 for every point, the prediction is the same
number everywhere: the output's bias.

    y              .   '  .  '    .
                     .  '     '  .
    prediction     _______________     constant: nothing rises, nothing falls

A **constant** prediction has no correlation at all. In the formula it is 0 divided by 0, for
which NumPy gives `nan` (not a number) and prints a warning. The mean of many correlations with
one `nan` among them is `nan` too. The experiment counts such a network as 0, and flags it.

So look before you divide. `np.ptp(numbers)` is the largest number minus the smallest. It is 0
for a constant, and never otherwise. Two other tests look as good, and fail for some constants:
the standard deviation of 0.1 seven times comes out as 0.00000000000000001 in place of 0, since
the mean is rounded; and then the correlation is no `nan` either.

## Instructions

1. Find out whether the predictions are constant. Call it `is_constant`: `True` or `False`.
2. If they are, return 0.0 and `is_constant`.
3. Otherwise return the correlation of predictions and y, and `is_constant`.

## Hint

Two cases, two returns. The first one is for constant predictions, and must not calculate a
correlation.

## Hint

`is_constant` is whether `np.ptp(predictions)` equals 0. A question like "is a equal to b" is
`a == b`. Make both arrays flat with `.ravel()` for `np.corrcoef`.

## Hint

The lines are

    is_constant = np.ptp(predictions) == 0
    if is_constant:
        return 0.0, is_constant
    return np.corrcoef(predictions.ravel(), y.ravel())[0, 1], is_constant

## Take away

A `nan` that is kept spoils every mean, and one that is dropped makes the result look better
than it is: the networks that learned nothing are gone. Decide what it counts, write it down,
and flag it. Correlation has a blind spot too: a prediction that is twice too large still has
1.
"""

import numpy as np

from workbook import load

predictions, y, constant_predictions = load("two_networks")


def safe_correlation(predictions, y):
    """Return the correlation of predictions and y, 0.0 for constant predictions, and whether they are constant."""
    is_constant = np.ptp(predictions) == 0  # blank: is_constant = ____
    if is_constant:
        return 0.0, is_constant  # blank: return ____
    return np.corrcoef(predictions.ravel(), y.ravel())[0, 1], is_constant  # blank: return ____


correlation, is_constant = safe_correlation(predictions, y)
correlation_of_constant, is_constant_too = safe_correlation(constant_predictions, y)

print("correlation:", correlation, "constant:", is_constant)
print("correlation:", correlation_of_constant, "constant:", is_constant_too)
print("standard deviation of the constant ones:", constant_predictions.std())
