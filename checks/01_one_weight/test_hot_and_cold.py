from workbook.checking import Slip


def test_hot_and_cold(answer):
    """In 1,101 iterations the error falls from 0.3025 to nearly 0, and the weight ends a step past 1.6."""
    answer.gives(
        first_errors=[0.3025, 0.30195025, 0.301401],
        last_error=1.0799505792475652e-27,
        last_prediction=0.7999999999999672,
        last_weight=1.601,
    )


SLIPS = [
    Slip(
        "if up_error < down_error:",
        "if up_error > down_error:",
        "the weight steps towards the larger error; the smaller error is the warmer side",
    ),
    Slip(
        "up_prediction = input * (weight + step_amount)\n"
        "        up_error = (up_prediction - goal_pred) ** 2\n"
        "        down_prediction = input * (weight - step_amount)",
        "up_prediction = input * weight + step_amount\n"
        "        up_error = (up_prediction - goal_pred) ** 2\n"
        "        down_prediction = input * weight - step_amount",
        "the step is added to the prediction; put brackets around the nudged weight before you multiply",
    ),
    Slip(
        "up_prediction = input * (weight + step_amount)\n"
        "        up_error = (up_prediction - goal_pred) ** 2\n"
        "        down_prediction = input * (weight - step_amount)",
        "up_prediction = (input + step_amount) * weight\n"
        "        up_error = (up_prediction - goal_pred) ** 2\n"
        "        down_prediction = (input - step_amount) * weight",
        "you nudge the input; it is the weight that is nudged",
    ),
    Slip(
        "up_prediction = input * (weight + step_amount)",
        "up_prediction = input * weight + step_amount",
        "the step is added to the prediction. Put brackets around the nudged weight: input * (weight + step_amount)",
    ),
    Slip(
        "down_prediction = input * (weight - step_amount)",
        "down_prediction = input * weight - step_amount",
        "the step is taken from the prediction. Put brackets around the nudged weight: input * (weight - step_amount)",
    ),
    Slip(
        "if up_error < down_error:",
        "if up_error < error:",
        "you compare up_error with error. Compare it with down_error",
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
    Slip(
        "range(n_iterations)",
        "range(n_iterations - 1)",
        "the loop ends one iteration early; range(n_iterations) already runs n_iterations times",
    ),
    Slip(
        "range(n_iterations)",
        "range(n_iterations + 1)",
        "the loop runs one iteration too many; range(n_iterations) already runs n_iterations times",
    ),
    Slip(
        "range(n_iterations)",
        "range(1101)",
        "the loop runs 1101 times, whatever it is told; let it run n_iterations times",
    ),
    Slip(
        "            weight = weight + step_amount\n        else:\n            weight = weight - step_amount",
        "            pass\n        else:\n            pass",
        "the weight never moves; call the result `weight`, so that the next iteration starts from there",
    ),
    Slip(
        "            weight = weight + step_amount\n        else:\n            weight = weight - step_amount",
        "            weight = weight + step_amount + step_amount\n"
        "        else:\n"
        "            weight = weight - step_amount - step_amount",
        "the weight moves by two steps in each iteration; move it once",
    ),
]
ALTERNATIVES = [
    {"if up_error < down_error:": "if down_error > up_error:"},
    {
        "        if up_error < down_error:\n            weight = weight + step_amount\n        else:\n"
        "            weight = weight - step_amount": "        if down_error < up_error:\n"
        "            weight -= step_amount\n        if down_error > up_error:\n            weight += step_amount"
    },
    {"input * (weight + step_amount)": "input * weight + input * step_amount"},
]
