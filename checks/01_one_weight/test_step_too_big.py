from workbook.checking import Slip


def test_step_too_big(answer):
    """A step of 10 jumps between the predictions 0.25 and 5.25, a step of 0.2 at last between 0.75 and 0.85."""
    answer.gives(
        large_errors=[0.3025, 19.8025, 0.3025, 19.8025, 0.3025, 19.8025, 0.3025, 19.8025, 0.3025, 19.8025],
        large_predictions=[0.25, 5.25, 0.25, 5.25, 0.25, 5.25, 0.25, 5.25, 0.25, 5.25],
        medium_errors=[0.3025, 0.2025, 0.1225, 0.0625, 0.0225, 0.0025, 0.0025, 0.0025, 0.0025, 0.0025],
        medium_predictions=[0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.75, 0.85, 0.75],
        large_jump=5,
        medium_jump=0.1,
        large_jumps_needed=0.11,
        medium_jumps_needed=5.5,
    )


SLIPS = [
    Slip(
        "large_jump = input * large_step",
        "large_jump = weight * large_step",
        "the step is added to the weight, and the prediction is the input times the weight: a jump is input * step",
    ),
    Slip(
        "medium_jump = input * medium_step",
        "medium_jump = weight * medium_step",
        "the step is added to the weight, and the prediction is the input times the weight: a jump is input * step",
    ),
    Slip(
        "large_jump = input * large_step",
        "large_jump = input * (weight + large_step)",
        "this is where the prediction lands; a jump is how far it moves: input * step",
    ),
    Slip(
        "medium_jump = input * medium_step",
        "medium_jump = input * (weight + medium_step)",
        "this is where the prediction lands; a jump is how far it moves: input * step",
    ),
    Slip(
        "large_jumps_needed = (goal_pred - pred) / large_jump",
        "large_jumps_needed = (goal_pred - pred) / large_step",
        "you divide by the step of the weight; the distance is one of predictions, so divide by the jump",
    ),
    Slip(
        "medium_jumps_needed = (goal_pred - pred) / medium_jump",
        "medium_jumps_needed = (goal_pred - pred) / medium_step",
        "you divide by the step of the weight; the distance is one of predictions, so divide by the jump",
    ),
    Slip(
        "large_jumps_needed = (goal_pred - pred) / large_jump",
        "large_jumps_needed = goal_pred - pred / large_jump",
        "only pred is divided, as / comes before -; put brackets around the distance",
    ),
    Slip(
        "medium_jumps_needed = (goal_pred - pred) / medium_jump",
        "medium_jumps_needed = goal_pred - pred / medium_jump",
        "only pred is divided, as / comes before -; put brackets around the distance",
    ),
]
ALTERNATIVES = [
    {"large_jump = input * large_step": "large_jump = large_step * input"},
    {"medium_jump = input * medium_step": "medium_jump = input * (weight + medium_step) - input * weight"},
    {"(goal_pred - pred) / medium_jump": "(goal_pred / input - weight) / medium_step"},
]
