"""# Train it, one update an epoch

Before a network can be trained, Keras has to know two things. You tell it with `compile`:

    model.compile(optimizer=keras.optimizers.SGD(learning_rate=0.1), loss="mse")

- The **optimizer** says how the parameters are updated. `SGD` is the update that you know:
  parameter - learning rate * gradient. (The letters stand for stochastic gradient descent.
  Stochastic means by chance: with several batches, chance decides which rows come together.)
- The **loss** is what the updates bring down. `"mse"` is the mean squared error.

Two more words. An **epoch** is one pass over all the data. A **batch** is the group of rows
that one update looks at: Keras averages the gradient over the batch, and updates once. If the
batch holds all the rows, an epoch is one update, as in this experiment:

    50 rows, a batch of 50:    | 50 rows          |  update           1 update an epoch
    50 rows, batches of 32:    | 32 rows | update | 18 rows | update  2 updates an epoch

There are two ways to train. The first does many epochs in one call, and keeps the loss of
each:

    history = model.fit(x, y, epochs=20, batch_size=50, verbose=0)
    history.history["loss"]                       a list of 20 losses

`verbose=0` keeps it from printing. Without `batch_size` the batches hold 32 rows.

The second makes one update from one batch, and returns the loss from before that update:

    loss = model.train_on_batch(x, y)

Both calculate the same. They differ in what they do around it. `fit` prepares for large data
anew in each epoch, which takes far longer than an update of 4 parameters. On the computer on
which this was written, 500 epochs took 15 to 25 seconds with `fit` on TensorFlow, and half a
second with `train_on_batch`. The program below measures it on yours, with 20 epochs of each.

`model.predict_on_batch(x)` returns the predictions.

## Instructions

1. In `build_and_compile`, compile the model: SGD with learning rate 0.05, mean squared error.
2. In `build_and_train`, make an update with all the data in each turn of the loop, and append
   its loss to `losses`.
3. After the loop, calculate the `predictions` of the trained network.
4. Below, let `fit` make one update an epoch: give it the number of rows, `len(x)`, as the size
   of a batch.
"""

from time import perf_counter

import keras
import numpy as np

from workbook import load
from workbook.earlier.build_the_model import build_the_model
from workbook.earlier.create_data import create_data

slope, seed = load("one_line")


def build_and_compile():
    """Return a new network that is ready to be trained."""
    model = build_the_model()
    model.compile(____)
    return model


def build_and_train(x, y, epochs=500):
    """Train a new network, one update an epoch; return its predictions and a list of all losses."""
    model = build_and_compile()
    losses = []
    for _ in range(epochs):
        losses.append(____)
    predictions = ____
    return predictions, losses


x, y = create_data(slope, seed)
predictions, losses = build_and_train(x, y)
print(f"loss at first {losses[0]:.3f}, in the end {losses[-1]:.3f}, after {len(losses)} updates")

# The same 20 epochs in both ways, from the same weights.
# A new model's first update takes longer: it is made before the clock starts.
model = build_and_compile()
model.train_on_batch(x, y)
starting_weights = model.get_weights()
begin = perf_counter()
batch_losses = [model.train_on_batch(x, y) for _ in range(20)]
seconds_on_batch = perf_counter() - begin

model.set_weights(starting_weights)
begin = perf_counter()
history = model.fit(
    x,
    y,
    epochs=len(batch_losses),
    batch_size=____,
    verbose=0,
)
seconds_with_fit = perf_counter() - begin
fit_losses = history.history["loss"]

print(f"train_on_batch: {seconds_on_batch / 20 * 1000:6.1f} milliseconds an epoch, last loss {batch_losses[-1]:.6f}")
print(f"fit:            {seconds_with_fit / 20 * 1000:6.1f} milliseconds an epoch, last loss {fit_losses[-1]:.6f}")
print("largest difference of the losses:", np.abs(np.subtract(fit_losses, batch_losses)).max())
