from workbook.checking import Slip


def test_two_hidden_layers(answer):
    """The hidden layers give [26, 0] and [0, 26], and the prediction is 182."""
    answer.gives(hidden_0=[26, 0], hidden_1=[0, 26], model_output=182)


SLIPS = [
    Slip(
        'relu((hidden_1 * weights["output"]).sum())',
        '(hidden_1 * weights["output"]).sum()',
        "relu is missing on the output; a sum below 0 should become a prediction of 0",
    ),
    Slip(
        'relu((hidden_1 * weights["output"]).sum())',
        'relu((hidden_0 * weights["output"]).sum())',
        "you go from the first hidden layer to the output; the second one is left out",
    ),
    Slip(
        "    hidden_1 = second_hidden_layer(hidden_0, weights)",
        "    hidden_1 = second_hidden_layer(input_data_row, weights)",
        "the second layer gets the input; it should get the values of the first layer",
    ),
    Slip(
        'relu((hidden_0 * weights["node_1_1"]).sum())',
        'relu((hidden_0 * weights["node_0_1"]).sum())',
        'you use the weights of the first layer; this node has its own, weights["node_1_1"]',
    ),
    Slip(
        "    hidden_1 = second_hidden_layer(hidden_0, weights)",
        "    hidden_1 = first_hidden_layer(hidden_0, weights)",
        "you call the first layer twice; the second one has a function of its own",
    ),
]
ALTERNATIVES = [
    {'(hidden_1 * weights["output"]).sum()': 'hidden_1 @ weights["output"]'},
    {"np.array([node_0_0, node_0_1])": "np.asarray((node_0_0, node_0_1))"},
    {'relu((hidden_0 * weights["node_1_0"]).sum())': 'max(0, np.dot(weights["node_1_0"], hidden_0))'},
]
