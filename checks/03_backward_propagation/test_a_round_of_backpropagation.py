from workbook.checking import Slip


def test_a_round_of_backpropagation(answer):
    """The value 2, the slope 3 and the ReLU slope 1 give the weight a slope of 6."""
    answer.gives(answer="c", weight_slope=6)


SLIPS = [
    Slip(
        "node_value * next_slope * relu_slope",
        "node_value + next_slope + relu_slope",
        "you add the three numbers; the effects along a chain multiply",
    ),
    Slip(
        "node_value * next_slope * relu_slope",
        "node_value * next_slope",
        "relu_slope is missing; when the next node is off, nothing gets through and the slope is 0",
    ),
]
ALTERNATIVES = [
    {"node_value * next_slope * relu_slope": "relu_slope * next_slope * node_value"},
    {"node_value * next_slope * relu_slope": "node_value * next_slope if relu_slope else 0"},
]
