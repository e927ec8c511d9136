from workbook.checking import Slip


def test_predict(answer):
    """The network predicts 0.25 for half a sky of clouds, and 0.85 for 8.5 toes."""
    answer.gives(pred=0.25, toes_pred=0.85)


SLIPS = [
    Slip(
        "input * weight",
        "input + weight",
        "you add the weight; the network multiplies its input by the weight",
    ),
    Slip("return prediction", "return input", "you return the input; the prediction is the input times the weight"),
]
ALTERNATIVES = [
    {"input * weight": "weight * input"},
    {"    prediction = input * weight\n    return prediction": "    return input * weight"},
]
