from workbook.checking import Slip


def test_forward_by_hand(answer):
    """The hidden nodes are 26 and -13, and the output is -39."""
    answer.gives(node_0_value=26, node_1_value=-13, output=-39)


SLIPS = [
    Slip(
        '(input_data * weights["node_0"]).sum()',
        'input_data * weights["node_0"].sum()',
        "brackets are missing; .sum() adds up only the weights here, and should add up the products",
    ),
    Slip(
        '(hidden_layer_outputs * weights["output"]).sum()',
        'hidden_layer_outputs * weights["output"]',
        "the products are not added up yet; the output is one number, their sum",
    ),
    Slip(
        '(input_data * weights["node_1"]).sum()',
        '(input_data * weights["node_0"]).sum()',
        'you use the weights of node_0 again; this node has its own, weights["node_1"]',
    ),
    Slip(
        '(input_data * weights["node_0"]).sum()',
        '(input_data * weights["node_1"]).sum()',
        'you use weights["node_1"]; this is node_0',
    ),
    Slip(
        '(hidden_layer_outputs * weights["output"]).sum()',
        '(input_data * weights["output"]).sum()',
        "you go from the input straight to the output; the output is calculated from hidden_layer_outputs",
    ),
    Slip(
        '(hidden_layer_outputs * weights["output"]).sum()',
        '(hidden_layer_outputs[::-1] * weights["output"]).sum()',
        "the hidden values are swapped; the first output weight belongs to node_0",
    ),
]
ALTERNATIVES = [
    {'(input_data * weights["node_0"]).sum()': 'input_data @ weights["node_0"]'},
    {'(input_data * weights["node_1"]).sum()': 'np.dot(weights["node_1"], input_data)'},
    {
        '(hidden_layer_outputs * weights["output"]).sum()': (
            'node_0_value * weights["output"][0] + node_1_value * weights["output"][1]'
        )
    },
]
