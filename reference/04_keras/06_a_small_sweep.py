"""# Five slopes, three repeats

Now the parts come together. How well a network does depends on luck: on its starting weights,
and on the points that were drawn. So one network for each slope would tell little. The
experiment trains several for each slope, each time with **new data** and a **new network**:

    for each slope                  -2   -1    0    1    2
        for each repeat              *    *    *    *    *      * = make new data,
                                     *    *    *    *    *          train a new network,
                                     *    *    *    *    *          keep what came out

Trying out a row of settings like this is called a **sweep**. The results go into tables with a
row for each slope and a column for each repeat. `np.zeros((5, 3))` makes such a table, full of
zeros, and `table[row, column] = 7` writes into it.

The functions are the ones that you wrote:

    x, y = create_data(slope)                               another 50 points at each call
    predictions, losses = build_and_train(x, y, epochs)     another network at each call
    correlation, is_constant = safe_correlation(predictions, y)

`enumerate(slopes)` counts along: it gives 0 and the first slope, then 1 and the second.

Fifteen networks take some seconds, though each gets only 100 updates here. Whoever waits wants
to see that something happens, and how long it will take. That is what `tqdm` is for, a
**progress bar**: `tqdm(total=15)` draws it, and `bar.update(1)` moves it on by one.

     40%|############                  | 6/15 [00:02<00:03,  2.6it/s]

## Instructions

1. For every slope and repeat, make new data from `slope`. Call them `x` and `y`.
2. Train a new network on them for `epochs`. Call what comes back `predictions` and `losses`.
3. Keep the first loss in `first_losses`, at `[row, column]`, and the last in `last_losses`.
4. Calculate the correlation of the predictions with `y`. Call it `accuracy`.

## Hint

Everything happens in the inner loop. What stands before it would happen once for each slope,
and the repeats would not be new.

## Hint

The first entry of a list is `losses[0]`, the last one `losses[-1]`. `safe_correlation` returns
two things: take the first with `[0]`, the flag is not kept here.

## Hint

The lines are

    x, y = create_data(slope)
    predictions, losses = build_and_train(x, y, epochs)
    first_losses[row, column] = losses[0]
    last_losses[row, column] = losses[-1]
    accuracy = safe_correlation(predictions, y)[0]

## Take away

Run it several times. The numbers change each time, and the mean loss is nearly always lowest
at slope 0. The correlation is too. Three repeats leave luck a large say: it takes more of them
to see a curve. Some networks have a correlation of exactly 0: you will meet them again.
"""

import numpy as np
from tqdm import tqdm

from workbook import load
from workbook.earlier.create_data import create_data
from workbook.earlier.safe_correlation import safe_correlation
from workbook.earlier.train_the_model import build_and_train

slopes, n_repeats, epochs = load("small_sweep")


def run_sweep(slopes, n_repeats, epochs=500):
    """Train a new network on new data for every slope and repeat.

    Return the first losses, the last losses and the correlations: a row for each slope, a column for each repeat.
    """
    first_losses = np.zeros((len(slopes), n_repeats))
    last_losses = np.zeros((len(slopes), n_repeats))
    correlations = np.zeros((len(slopes), n_repeats))
    with tqdm(total=len(slopes) * n_repeats) as bar:
        for row, slope in enumerate(slopes):
            for column in range(n_repeats):
                x, y = create_data(slope)  # blank: x, y = ____
                predictions, losses = build_and_train(x, y, epochs)  # blank: predictions, losses = ____
                first_losses[row, column] = losses[0]  # blank: first_losses[row, column] = ____
                last_losses[row, column] = losses[-1]  # blank: last_losses[row, column] = ____
                accuracy = safe_correlation(predictions, y)[0]  # blank: accuracy = ____
                correlations[row, column] = accuracy
                bar.update(1)
    return first_losses, last_losses, correlations


first_losses, last_losses, correlations = run_sweep(slopes, n_repeats, epochs)

print("slope   loss at first   loss in the end   correlation      (means of", n_repeats, "networks)")
for row, slope in enumerate(slopes):
    print(
        f"{slope:5.1f}   {first_losses[row].mean():13.3f}   {last_losses[row].mean():15.3f}"
        f"   {correlations[row].mean():11.3f}"
    )
