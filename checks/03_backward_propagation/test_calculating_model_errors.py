from workbook.checking import Slip


def test_calculating_model_errors(answer):
    """The network predicts 16 where the target is 5: its error is 11."""
    answer.gives(answer="c", prediction=16, error=11)


SLIPS = [
    Slip(
        "prediction - target_actual",
        "target_actual - prediction",
        "you have target - prediction; the error is prediction - target, so its sign is flipped",
    ),
    Slip(
        "prediction - target_actual",
        "(prediction - target_actual) ** 2",
        "you squared it; in this chapter the error is the difference itself, prediction - target",
    ),
]
ALTERNATIVES = [
    {"prediction - target_actual": "-(target_actual - prediction)"},
    {"prediction - target_actual": "predict_with_network(input_data, weights) - target_actual"},
    {'answer = "c"': 'answer = "11"'},
]
