from workbook.checking import Slip


def test_predict_with_network(answer):
    """The predictions for the four rows are 52, 63, 0 and 148."""
    answer.gives(results=[52, 63, 0, 148])


SLIPS = [
    Slip(
        'relu((hidden_layer_outputs * weights["output"]).sum())',
        '(hidden_layer_outputs * weights["output"]).sum()',
        "relu is missing on the output; a sum below 0 should become a prediction of 0",
    ),
    Slip(
        'relu((input_data_row * weights["node_0"]).sum())',
        '(input_data_row * weights["node_0"]).sum()',
        "relu is missing on node_0; a hidden node below 0 counts as 0",
    ),
    Slip(
        'relu((input_data_row * weights["node_1"]).sum())',
        '(input_data_row * weights["node_1"]).sum()',
        "relu is missing on node_1; a hidden node below 0 counts as 0",
    ),
    Slip(
        "np.array([node_0_output, node_1_output])",
        "np.array([node_1_output, node_0_output])",
        "the two hidden values are swapped; the first output weight belongs to node_0",
    ),
    Slip(
        'relu((input_data_row * weights["node_0"]).sum())',
        'np.maximum(0, input_data_row * weights["node_0"]).sum()',
        "you apply relu to each product; it belongs around their sum",
    ),
]
ALTERNATIVES = [
    {'(input_data_row * weights["node_0"]).sum()': 'input_data_row @ weights["node_0"]'},
    {'(hidden_layer_outputs * weights["output"]).sum()': 'np.dot(hidden_layer_outputs, weights["output"])'},
]
