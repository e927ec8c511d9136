from workbook.checking import Slip


def test_a_layer_is_a_matrix(answer):
    """Two matrix products give the same predictions as the loop: 52, 63, 0 and 148."""
    answer.gives(predictions=[52, 63, 0, 148], loop_predictions=[52, 63, 0, 148])


SLIPS = [
    Slip(
        "np.maximum(0, rows @ hidden_weights)",
        "rows",
        "the hidden layer is left out; multiply the rows by its weights, and apply the ReLU",
    ),
    Slip(
        "np.maximum(0, rows @ hidden_weights)",
        "rows @ hidden_weights",
        "the ReLU of the hidden layer is missing; put np.maximum(0, ...) around the product",
    ),
    Slip(
        'np.maximum(0, hidden_values @ weights["output"])',
        'hidden_values @ weights["output"]',
        "the ReLU of the output is missing; put np.maximum(0, ...) around the product",
    ),
    Slip(
        'np.column_stack([weights["node_0"], weights["node_1"]])',
        'np.column_stack([weights["node_1"], weights["node_0"]])',
        "the columns are swapped; node_0 comes first, since the first output weight is its own",
    ),
    Slip(
        'np.column_stack([weights["node_0"], weights["node_1"]])',
        'np.array([weights["node_0"], weights["node_1"]])',
        "the weights of a node stand in a row of the matrix; each node needs a column (np.column_stack)",
    ),
]
ALTERNATIVES = [
    {'np.column_stack([weights["node_0"], weights["node_1"]])': ('np.array([weights["node_0"], weights["node_1"]]).T')},
    {"np.maximum(0, rows @ hidden_weights)": "np.dot(rows, hidden_weights).clip(min=0)"},
    {'hidden_values @ weights["output"]': "np.dot(hidden_values, weights['output'])"},
]
