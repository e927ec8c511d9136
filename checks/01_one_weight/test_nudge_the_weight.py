from workbook.checking import Slip


def test_nudge_the_weight(answer):
    """Up the error is 0.004225, down it is 0.055225, so the weight moves up to 0.11."""
    answer.gives(
        pred=0.85,
        error=0.0225,
        up_prediction=0.935,
        up_error=0.004225,
        down_prediction=0.765,
        down_error=0.055225,
        new_weight=0.11,
    )


SLIPS = [
    Slip(
        "neural_network(number_of_toes, knob_weight + step_amount)",
        "neural_network(number_of_toes + step_amount, knob_weight)",
        "you add the step to the input; the team has as many toes as before, nudge the weight",
    ),
    Slip(
        "neural_network(number_of_toes, knob_weight - step_amount)",
        "neural_network(number_of_toes - step_amount, knob_weight)",
        "you take the step from the input; the team has as many toes as before, nudge the weight",
    ),
    Slip(
        "neural_network(number_of_toes, knob_weight + step_amount)",
        "neural_network(number_of_toes, knob_weight) + step_amount",
        "you add the step to the prediction; nudge the weight, and predict with that",
    ),
    Slip(
        "neural_network(number_of_toes, knob_weight - step_amount)",
        "neural_network(number_of_toes, knob_weight) - step_amount",
        "you take the step from the prediction; nudge the weight, and predict with that",
    ),
    Slip(
        "if up_error < down_error:",
        "if True:",
        "it goes up whatever the errors are; go up only if the error is smaller there",
    ),
    Slip(
        "if up_error < down_error:",
        "if False:",
        "it goes down whatever the errors are; go up if the error is smaller there",
    ),
    Slip(
        "if up_error < down_error:",
        "if up_error > down_error:",
        "you step towards the larger error; the smaller error is the warmer side",
    ),
    Slip(
        "if up_error < down_error:",
        "if up_prediction < down_prediction:",
        "you compare the predictions; compare the errors, since the smaller one is warmer",
    ),
    Slip(
        "if up_error < down_error:",
        "if up_prediction > down_prediction:",
        "you compare the predictions; compare the errors, since the smaller one is warmer",
    ),
]
ALTERNATIVES = [
    {"if up_error < down_error:": "if down_error > up_error:"},
    {
        "neural_network(number_of_toes, knob_weight + step_amount)": "number_of_toes * (knob_weight + step_amount)",
        "neural_network(number_of_toes, knob_weight - step_amount)": "number_of_toes * (knob_weight - step_amount)",
    },
    {
        "if up_error < down_error:\n    new_weight = knob_weight + step_amount\nelse:\n"
        "    new_weight = knob_weight - step_amount": "new_weight = knob_weight + step_amount\n"
        "if down_error < up_error:\n    new_weight = knob_weight - step_amount"
    },
]
