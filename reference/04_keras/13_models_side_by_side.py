"""# 1,050 networks in one model

One network took half a second, and nearly all of that was spent around the arithmetic: Keras
starts each update anew, for four numbers. So give it more to do at a time. Put all networks
into **one** model, side by side, each with its own column of data:

    column of x         0                1                2        ...       1049
                        |                |                |                   |
    hidden node    ReLU(a0 x + b0)  ReLU(a1 x + b1)  ReLU(a2 x + b2)   ReLU(a1049 x + b1049)
                        |                |                |                   |
    output           c0 h + d0        c1 h + d1        c2 h + d2         c1049 h + d1049
                        |                |                |                   |
    prediction          0                1                2                 1049

`Dense` will not do: each of its nodes sees all inputs, so 1,050 nodes would have 1,050 * 1,050
weights, and the networks would be mixed. What is needed is one weight for each column, and no
connection between columns. Keras has a layer for any product that you can write in letters:

    EinsumDense("bm,m->bm", output_shape=n_models, bias_axes="m")

Read `"bm,m->bm"` from left to right. The data have the axes b (the points of the batch) and m
(the models). The kernel has the axis m: one weight for each model. The result has b and m
again: each column of the data is multiplied by its own weight. `bias_axes="m"` gives each
model a bias as well.

    data            kernel             result
    x00 x01 x02  *  w0 w1 w2    -->    x00*w0  x01*w1  x02*w2
    x10 x11 x12                        x10*w0  x11*w1  x12*w2

`EinsumDense` takes `activation`, `kernel_initializer` and `bias_initializer` as `Dense` does.
Here the initialisers matter more than ever. The one that Keras uses by itself looks at the
shape of the kernel and takes these 1,050 weights for those of one large layer. It starts them
between -0.08 and 0.08 or even nearer to 0: far too small for 1,050 networks of one node.

## Instructions

1. Make the layer `hidden`: an `EinsumDense` with ReLU, kernel and biases from -1 to 1.
2. Make the layer `output`: the same without ReLU.
3. Return the model: an input of `n_models` numbers a row, `hidden` and `output`.

## Hint

It is `build_the_model` with another layer. Take that function and go through it line by line.

## Hint

Where `Dense` had its number of nodes, `EinsumDense` has three things: `"bm,m->bm"`,
`output_shape=n_models` and `bias_axes="m"`. The input has `shape=(n_models,)`.

## Hint

The lines are

    hidden = EinsumDense(
        "bm,m->bm",
        output_shape=n_models,
        bias_axes="m",
        activation="relu",
        kernel_initializer=RandomUniform(-1, 1),
        bias_initializer=RandomUniform(-1, 1),
    )
    output = EinsumDense(
        "bm,m->bm",
        output_shape=n_models,
        bias_axes="m",
        kernel_initializer=RandomUniform(-1, 1),
        bias_initializer=RandomUniform(-1, 1),
    )
    return keras.Sequential([keras.Input(shape=(n_models,)), hidden, output])

## Take away

1,050 small networks and one model with 4,200 parameters are the same arithmetic. Laid out as
arrays, it is one multiplication of large arrays in place of 1,050 small ones. And an
initialiser's default is made for the layer's usual use: look at the starting weights when you
use it otherwise.
"""

import keras
from keras.initializers import RandomUniform
from keras.layers import EinsumDense

from workbook import load

n_models, x = load("side_by_side")


def build_models(n_models):
    """Return one model that holds n_models networks 1 - ReLU 1 - 1, each with its own column of data."""
    hidden = EinsumDense(  # blank: hidden = EinsumDense(____)
        "bm,m->bm",  # blank
        output_shape=n_models,  # blank
        bias_axes="m",  # blank
        activation="relu",  # blank
        kernel_initializer=RandomUniform(-1, 1),  # blank
        bias_initializer=RandomUniform(-1, 1),  # blank
    )  # blank
    output = EinsumDense(  # blank: output = EinsumDense(____)
        "bm,m->bm",  # blank
        output_shape=n_models,  # blank
        bias_axes="m",  # blank
        kernel_initializer=RandomUniform(-1, 1),  # blank
        bias_initializer=RandomUniform(-1, 1),  # blank
    )  # blank
    return keras.Sequential([keras.Input(shape=(n_models,)), hidden, output])  # blank: return ____


models = build_models(n_models)
shapes = [weights.shape for weights in models.get_weights()]
print("parameters:", models.count_params(), "in arrays of shape", shapes)

# Three of them, on two points each.
three_models = build_models(3)
predictions = three_models.predict(x, verbose=0)
print("predictions of three networks for two points each:")
print(predictions)
