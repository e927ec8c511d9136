from workbook.checking import Slip


def test_how_weights_change_accuracy(answer):
    """The change from 2 to 2.01 raises the error from 9 to 9.08: the prediction is less accurate."""
    answer.gives(answer="b", error_0=9, error_1=9.08)


SLIPS = [
    Slip(
        "predict_with_network(input_data, weights_0) - target_actual",
        "target_actual - predict_with_network(input_data, weights_0)",
        "you have target - prediction; the error is prediction - target, so its sign is flipped",
    ),
    Slip(
        "predict_with_network(input_data, weights_1) - target_actual",
        "target_actual - predict_with_network(input_data, weights_1)",
        "you have target - prediction; the error is prediction - target, so its sign is flipped",
    ),
    Slip(
        "predict_with_network(input_data, weights_1) - target_actual",
        "predict_with_network(input_data, weights_0) - target_actual",
        "you predict with the first weights again; this error belongs to weights_1",
    ),
]
ALTERNATIVES = [
    {
        "predict_with_network(input_data, weights_1) - target_actual": (
            "-target_actual + predict_with_network(input_data, weights_1)"
        )
    },
    {'answer = "b"': 'answer = "less accurate"'},
]
