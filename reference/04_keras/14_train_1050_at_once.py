"""# Train 1,050 networks at once

Now run the whole experiment yourself. The model holds 1,050 networks side by side, one column
of data for each. One thing needs care: the loss.

`"mse"` would take the mean over everything, over the 50 points and over the 1,050 networks.
The mean over the points is right, as it always was. The mean over the networks is not: it
divides each network's loss by 1,050, and so each of its gradients. Every step is then 1,050
times too short.

    mean over points and networks:   (loss_0 + loss_1 + ... + loss_1049) / 1050
    mean over points, then the sum:   loss_0 + loss_1 + ... + loss_1049

With the **sum** every network has its own gradient, as if it were alone. The loss of the other
networks does not depend on its parameters, so they add nothing to it.

A loss can be a function of your own. It gets the true values and the predictions, both of
shape (50, 1050), and returns the loss. Inside it, Keras must be able to follow the calculation
to find the gradients. So it uses functions of `keras.ops`, which are like those of NumPy:

    ops.square(numbers)              each one squared
    ops.mean(numbers, axis=0)        the mean down each column
    ops.sum(numbers)                 the sum of everything

It is given to `compile` by its name, without quotes: `loss=summed_loss`.

The data are those of the recorded sweep: network number i has the seed i, and the starting
weights are given. So you can hold your results against the recorded ones.

## Instructions

1. In `summed_loss`, return the mean squared error over the points, summed over the networks.
2. In `train_together`, compile the models: SGD with learning rate 0.05, and your loss.
3. In the loop, make one update with all the data.
4. After it, calculate the `predictions`, and the `losses`: the mean squared error of each
   network, one number for each column.

## Hint

Axis 0 goes down the points, axis 1 along the networks. The mean goes over one of them, the sum
over what is left.

## Hint

The update is the one of `build_and_train`, the prediction too. Outside `summed_loss`
everything is NumPy again: the mean down each column is `.mean(axis=0)`.

## Hint

The lines are

    return ops.sum(ops.mean(ops.square(predictions - y), axis=0))

    models.compile(optimizer=keras.optimizers.SGD(learning_rate=0.05), loss=summed_loss)

    models.train_on_batch(x, y)

    predictions = models.predict_on_batch(x)
    losses = ((predictions - y) ** 2).mean(axis=0)

## Take away

1,050 networks in the time of two: about a second, where one at a time takes some ten minutes,
and `fit` with 500 epochs some hours. No number changed, only the layout. You have run the
experiment, seen what its graphs hide, and can ask your own questions now:
`workbook sweep --help` tells how to run it with other slopes, noise and numbers of networks.
"""

import keras
import numpy as np
from keras import ops
from tqdm import tqdm

from workbook import load
from workbook.earlier.create_data import create_data
from workbook.earlier.models_side_by_side import build_models
from workbook.earlier.safe_correlation import safe_correlation

n_repeats, seed = load("sweep_settings")
slopes, recorded_losses, recorded_correlations, variances = load("full_sweep")


def summed_loss(y, predictions):
    """Return the mean squared error over the points (axis 0), summed over the networks (axis 1)."""
    return ops.sum(ops.mean(ops.square(predictions - y), axis=0))  # blank: return ____


def train_together(x, y, starting_weights, epochs=500):
    """Train a network for each column of x and y; return their predictions and the loss of each."""
    models = build_models(x.shape[1])
    models.compile(optimizer=keras.optimizers.SGD(learning_rate=0.05), loss=summed_loss)  # blank: models.compile(____)
    models.set_weights(list(starting_weights))
    for _ in tqdm(range(epochs)):
        models.train_on_batch(x, y)  # blank: ____
    predictions = models.predict_on_batch(x)  # blank: predictions = ____
    losses = ((predictions - y) ** 2).mean(axis=0)  # blank: losses = ____
    return predictions, losses


# A column of data for each network: its slope, and its number as the seed.
all_slopes = np.repeat(slopes, n_repeats)
columns = [create_data(slope, seed=number) for number, slope in enumerate(all_slopes)]
x = np.hstack([one_x for one_x, one_y in columns])
y = np.hstack([one_y for one_x, one_y in columns])

# A row for each of the four parameters, a column for each network.
starting_weights = np.random.default_rng(seed).uniform(-1, 1, size=(4, len(all_slopes)))

predictions, losses = train_together(x, y, starting_weights)
correlations = np.array([safe_correlation(predictions[:, i], y[:, i])[0] for i in range(len(all_slopes))])
mean_losses = losses.reshape(len(slopes), n_repeats).mean(axis=1)

print("data:", x.shape, "predictions:", predictions.shape, "losses:", losses.shape)
print("the mean loss is lowest at slope", slopes[np.argmin(mean_losses)])
print(f"dead networks: {(correlations == 0).mean():.1%}")
print("largest difference from the recorded losses:", np.abs(losses - recorded_losses.ravel()).max())
