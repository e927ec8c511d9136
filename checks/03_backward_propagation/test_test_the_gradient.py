from workbook.checking import Slip


def test_test_the_gradient(answer):
    """The test accepts a right backprop and rejects four planted faults."""
    answer.gives(
        first_gradients={"node_0": [24, 40], "node_1": [0, 0], "output": [104, 0]},
        right_accepted=True,
        fault_1_accepted=False,
        fault_2_accepted=False,
        fault_3_accepted=False,
        fault_4_accepted=False,
        faults_caught=4,
    )


SLIPS = [
    Slip(
        "candidate_gradients = candidate(",
        "candidate_gradients = backprop(",
        "you call backprop. Call candidate",
    ),
    Slip(
        "not np.allclose(candidate_gradients[name], expected[name])",
        "(candidate_gradients[name] != expected[name]).any()",
        "you compare exactly; rounding alone makes the last digits differ, so use np.allclose",
    ),
    Slip(
        "                return False\n    return True",
        "                return False\n            return True",
        "it says True after the first name; the line belongs after all loops",
    ),
    Slip(
        "loss_down = get_loss(input_data, target, nudged(weights, name, place, -step))",
        "loss_down = get_loss(input_data, target, weights)",
        "loss_down is not nudged; nudge the weight down by step",
    ),
    Slip(
        "(loss_up - loss_down) / (2 * step)",
        "(loss_up - loss_down) / step",
        "you divide by step; between up and down lie two steps, so divide by 2 * step",
    ),
    Slip(
        "(loss_up - loss_down) / (2 * step)",
        "(loss_up - loss_down) / 2 * step",
        "this divides by 2 and then multiplies by step; put brackets around 2 * step",
    ),
    Slip(
        "(loss_up - loss_down) / (2 * step)",
        "(loss_down - loss_up) / (2 * step)",
        "up and down are swapped, so every slope has the wrong sign",
    ),
    Slip(
        "                return False\n    return True",
        "                return False\n        return True",
        "it says True after the first network; the line belongs after all loops",
    ),
    Slip(
        "if not np.allclose(candidate_gradients[name], expected[name]):",
        "if np.allclose(candidate_gradients[name], expected[name]):",
        "it says False when the slopes agree; the not is missing",
    ),
]
ALTERNATIVES = [
    {
        "not np.allclose(candidate_gradients[name], expected[name])": (
            "np.abs(candidate_gradients[name] - expected[name]).max() > 1e-4"
        )
    },
    {
        "not np.allclose(candidate_gradients[name], expected[name])": (
            "not np.allclose(expected[name], candidate_gradients[name], rtol=1e-4)"
        )
    },
    {
        "not np.allclose(candidate_gradients[name], expected[name])": (
            "not np.isclose(candidate_gradients[name], expected[name]).all()"
        )
    },
]
