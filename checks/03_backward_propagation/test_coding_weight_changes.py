import numpy as np

from workbook.checking import Slip
from workbook.earlier.predict_with_network import predict_with_network

INPUT_DATA = np.array([0, 3])
WEIGHTS_0 = {"node_0": [2, 1], "node_1": [1, 2], "output": [1, 1]}


def test_coding_weight_changes(answer):
    """The error is 6, and changing one weight makes it 0."""
    answer.gives(model_output_0=9, error_0=6)

    weights = answer.value("weights_1")
    answer.require(
        isinstance(weights, dict) and all(is_pair(weights.get(name)) for name in WEIGHTS_0),
        "it should be a dictionary like weights_0: two weights for each of node_0, node_1 and output",
        name="weights_1",
    )
    changed = [
        (name, place)
        for name, values in WEIGHTS_0.items()
        for place in range(2)
        if weights[name][place] != values[place]
    ]
    answer.require(len(changed) > 0, "it is the same as weights_0; change one weight", name="weights_1")
    places = " and ".join(f'"{name}"[{place}]' for name, place in changed)
    answer.require(
        len(changed) == 1, f"you changed {len(changed)} weights ({places}); change one of them only", name="weights_1"
    )
    prediction = predict_with_network(INPUT_DATA, weights)
    answer.require(
        abs(prediction - 3) <= 1e-6,
        f"you changed {places}, and the network now predicts {prediction:g}; it should be 3",
        name="weights_1",
    )
    answer.leaves_open("weights_1")
    answer.gives(model_output_1=3, error_1=0)


def is_pair(values):
    """Whether these are two numbers, in a list or an array."""
    return np.shape(values) == (2,) and np.asarray(values).dtype.kind in "iuf"


SLIPS = [
    Slip(
        "error_0 = model_output_0 - target_actual",
        "error_0 = target_actual - model_output_0",
        "you have target - prediction; the error is prediction - target, so its sign is flipped",
    ),
]
ALTERNATIVES = [
    {'"node_1": [1, 2], "output": [1, 0]': '"node_1": [1, 0], "output": [1, 1]'},
    {'"node_1": [1, 2], "output": [1, 0]': '"node_1": [1, -0.5], "output": [1, 1]'},
    {'"node_1": [1, 2], "output": [1, 0]': '"node_1": [1, 2], "output": [-1, 1]'},
    {'"output": [1, 0]}': '"output": np.array([1, 0])}'},
]
