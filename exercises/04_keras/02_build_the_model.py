"""# A network in Keras

In chapters 2 and 3 you wrote every product of a network yourself. **Keras** is a library that
does it for you: you say which layers there are, and it predicts, finds the gradients and
updates the weights.

The network of the experiment has one input, one hidden node with ReLU, and one output:

    x --- weight ---> [ + bias, ReLU ] --- weight ---> [ + bias ] ---> prediction

Each node has something new, a **bias**: a number that is added to the sum of products. It is
learned like a weight. With it a node can give something other than 0 when its input is 0.

    prediction = weight_2 * relu(weight_1 * x + bias_1) + bias_2

Weights and biases together are the **parameters** of a network.

In Keras a layer whose nodes see all inputs is called `Dense`:

    Dense(3, activation="relu")      a layer of 3 nodes, each with a ReLU
    Dense(3)                         a layer of 3 nodes without one

Keras calls the weights of a layer its **kernel**. Somewhere they have to start. That is what
an **initialiser** is for: it draws the first values. Keras has its own idea of them (biases
all start at 0, for example). In this experiment weights and biases start anywhere between -1
and 1, every number as likely as every other:

    Dense(3, kernel_initializer=RandomUniform(-1, 1), bias_initializer=RandomUniform(-1, 1))

Write `RandomUniform(-1, 1)` anew each time. One such object gives the same number whenever it
is asked, so an object used twice gives two parameters the same start.

The layers are put one behind the other, the input first, in a list:

    keras.Sequential([keras.Input(shape=(1,)), first_layer, second_layer])

`shape=(1,)` says that each row of the data holds one number.

The program below uses three more things of a model: `count_params()` counts its weights and
biases, `get_weights()` returns them as a list of arrays, and `predict(x, verbose=0)` predicts,
without printing how far it is.

## Instructions

1. Make the layer `hidden`: 1 node with ReLU, kernel and bias starting between -1 and 1.
2. Make the layer `output`: 1 node without ReLU, kernel and bias starting between -1 and 1.
3. Return the network: the input, `hidden` and `output` in a `keras.Sequential`.
"""

import keras
from keras.initializers import RandomUniform
from keras.layers import Dense

from workbook import load

x = load("five_points")


def build_the_model():
    """Return a new network 1 - ReLU 1 - 1; its weights and biases start anywhere between -1 and 1."""
    hidden = Dense(____)
    output = Dense(____)
    return ____


model = build_the_model()
predictions = model.predict(x, verbose=0)

print("parameters:", model.count_params())
print("weight and bias of the hidden node:", *model.get_weights()[:2])
print("weight and bias of the output:", *model.get_weights()[2:])
print("inputs:", x[:, 0])
print("predictions, before any training:", predictions[:, 0])
