import numpy as np

from workbook.checking import Slip
from workbook.earlier.predict_with_network import predict_with_network

NETWORKS = [
    # input, target, weights: both nodes on; node_0 off; both on and the prediction too low
    ([3.0, 5.0], 50.0, {"node_0": [2.0, 4.0], "node_1": [4.0, -2.0], "output": [2.0, 7.0]}),
    ([-1.5, 2.25], 12.6, {"node_0": [0.75, -2.0], "node_1": [-3.0, 1.5], "output": [1.25, 3.5]}),
    ([1.0, -2.0], 30.0, {"node_0": [2.5, -1.5], "node_1": [1.2, -0.25], "output": [1.7, -0.8]}),
]


def test_backprop_a_network(answer):
    """Backpropagation gives [104, 0] and [[24, 40], [0, 0]], and agrees with nudging each weight."""
    answer.gives(output_gradient=[104, 0], hidden_gradient=[[24, 40], [0, 0]])

    for input_data, target, weights in NETWORKS:
        arrays = {name: np.array(values) for name, values in weights.items()}
        gradients = answer.call("backprop", np.array(input_data), target, arrays)
        for name, expected in central_differences(np.array(input_data), target, arrays).items():
            answer.require(
                np.allclose(gradients[name], expected, rtol=1e-6, atol=1e-6),
                f'the slopes of "{name}" are not what nudging these weights shows',
                name="backprop",
            )


def central_differences(input_data, target, weights, step=1e-4):
    """Return the slope of the squared error for every weight, found by nudging it both ways."""

    def loss(name, place, nudge):
        nudged = {other: values.copy() for other, values in weights.items()}
        nudged[name][place] += nudge
        return (predict_with_network(input_data, nudged) - target) ** 2

    return {
        name: [(loss(name, place, step) - loss(name, place, -step)) / (2 * step) for place in range(len(values))]
        for name, values in weights.items()
    }


SLIPS = [
    Slip(
        "2 * (prediction - target) * relu_slope(prediction)",
        "2 * (target - prediction) * relu_slope(prediction)",
        "you have target - prediction; the error is prediction - target, so every slope has the wrong sign",
    ),
    Slip(
        "2 * (prediction - target) * relu_slope(prediction)",
        "(prediction - target) * relu_slope(prediction)",
        "the factor 2 is missing in output_slope, so every slope is half of what it should be",
    ),
    Slip(
        "2 * (prediction - target) * relu_slope(prediction)",
        "2 * (prediction - target)",
        "the ReLU slope of the output is missing; when the prediction is 0, the output is off and all slopes are 0",
    ),
    Slip(
        'weights["output"][0] * output_slope * relu_slope(node_0_output)',
        'weights["output"][0] * output_slope',
        "the ReLU slope of node_0 is missing; when the node is off, its slope is 0",
    ),
    Slip(
        'weights["output"][1] * output_slope * relu_slope(node_1_output)',
        'weights["output"][1] * output_slope',
        "the ReLU slope of node_1 is missing; when the node is off, its slope is 0",
    ),
    Slip(
        'weights["output"][0] * output_slope * relu_slope(node_0_output)',
        "output_slope * relu_slope(node_0_output)",
        "the output weight of node_0 is missing in node_0_slope",
    ),
    Slip(
        'weights["output"][1] * output_slope * relu_slope(node_1_output)',
        "output_slope * relu_slope(node_1_output)",
        "the output weight of node_1 is missing in node_1_slope",
    ),
    Slip(
        '"output": hidden_layer_outputs * output_slope',
        '"output": weights["output"] * output_slope',
        "you multiply by the output weights; the slope of a weight needs the value before it, the hidden value",
    ),
    Slip(
        "2 * (prediction - target) * relu_slope(prediction)",
        "(prediction - target) ** 2",
        "this is the squared error itself; its slope is 2 times the error, times the ReLU slope",
    ),
    Slip(
        'weights["output"][0] * output_slope * relu_slope(node_0_output)',
        'weights["output"][0] * (prediction - target) * relu_slope(node_0_output)',
        "you use the error; what comes back from the output is output_slope",
    ),
    Slip(
        '"node_0": input_data * node_0_slope',
        '"node_0": weights["node_0"] * node_0_slope',
        "you multiply by the weights of node_0; the slope of a weight needs the value before it, the input",
    ),
    Slip(
        '"node_0": input_data * node_0_slope,\n        "node_1": input_data * node_1_slope,',
        '"node_0": input_data * node_1_slope,\n        "node_1": input_data * node_0_slope,',
        "the slopes of the two hidden nodes are swapped in the dictionary",
    ),
]
ALTERNATIVES = [
    {"2 * (prediction - target) * relu_slope(prediction)": "-2 * (target - prediction) * relu_slope(prediction)"},
    {"relu_slope(node_0_output)": "(node_0_output > 0)", "relu_slope(node_1_output)": "(node_1_output > 0)"},
    {
        '"node_0": input_data * node_0_slope': '"node_0": node_0_slope * input_data',
        '"output": hidden_layer_outputs * output_slope': '"output": output_slope * hidden_layer_outputs',
    },
]
