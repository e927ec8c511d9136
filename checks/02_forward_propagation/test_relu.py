from workbook.checking import Slip


def test_relu(answer):
    """ReLU switches node_1 off, and the network predicts 52."""
    answer.gives(node_0_output=26, node_1_output=0, model_output=52)
    answer.require(answer.call("relu", 0.0) == 0, "relu(0) should be 0", name="relu")
    answer.require(answer.call("relu", 0.25) == 0.25, "relu(0.25) should be 0.25", name="relu")
    answer.require(answer.call("relu", -0.25) == 0, "relu(-0.25) should be 0", name="relu")


SLIPS = [
    Slip("max(0, input)", "min(0, input)", "you take the smaller of the two; ReLU keeps the larger one"),
    Slip("max(0, input)", "abs(input)", "you drop the sign; ReLU turns every number below 0 into 0"),
    Slip("max(0, input)", "input", "you return the input as it is; what is below 0 should become 0"),
    Slip("max(0, input)", "max(1, input)", "you compare with 1; ReLU compares with 0"),
    Slip("max(0, input)", "int(input > 0)", "you return 1 for a number above 0; ReLU returns the number itself"),
    Slip(
        "node_1_output = relu(node_1_input)",
        "node_1_output = node_1_input",
        "relu is missing; a hidden node below 0 counts as 0",
    ),
    Slip(
        "node_0_output = relu(node_0_input)",
        "node_0_output = node_0_input",
        "relu is missing; a hidden node below 0 counts as 0",
    ),
]
ALTERNATIVES = [
    {"max(0, input)": "max(input, 0)"},
    {"max(0, input)": "np.maximum(0, input)"},
    {"max(0, input)": "input if input > 0 else 0"},
    {"max(0, input)": "input * (input > 0)"},
]
