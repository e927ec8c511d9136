"""Each reference, run directly, prints the figures that the exercise is known by."""

import math
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from workbook.lookup import find_exercise

ROOT = Path(__file__).resolve().parents[1]
NUMBER = re.compile(r"-?\d+\.?\d*(?:e[+-]?\d+)?")

FIGURES: dict[str, list[float]] = {
    "predict": [0.25, 0.85],
    "squared_error": [0.3025],
    "why_square": [0, 1_000_000],
    "nudge_the_weight": [0.0225, 0.935, 0.004225, 0.765, 0.055225, 0.11],
    "hot_and_cold": [0.3025, 0.30195025, 0.301401, 0.7999999999999672, 1.601],
    "step_too_big": [0.3025, 0.25, 19.8025, 5.25, 0.0025, 0.75, 0.85],
    "direction_and_amount": [-0.275],
    "gradient_descent": [0.3025, 0.17015625, 0.095712890625, 0.5625, 5.408208020258491e-06, 0.7976744445781151],
    "one_step_by_parts": [0.85, -0.15, -1.275, 0.11275],
    "four_steps": [0.88, 0.6952, 0.734008, 0.64, 0.028224, 0.0012446784, 5.4890317e-05, 0.168, -0.03528, 0.0074088],
    "error_bowl": [1.6],
    "factor_of_two": [-0.275, -0.55],
    "divergence": [0.04, 0.36, 3.24, 9, 5.403406870691965e16, -232452292.6],
    "alpha": [0.04, 0.0144, 0.005184, 0.36, 1.485277170987127e-10, 0.8000121871948003],
    "alpha_limit": [0.25, 0.5, 0.04],
    "from_memory": [1.485277170987127e-10, 0.8000121871948003],
    "forward_by_hand": [-39],
    "relu": [52],
    "predict_with_network": [52, 63, 0, 148],
    "two_hidden_layers": [26, 0, 182],
    "a_layer_is_a_matrix": [52, 63, 0, 148],
    "calculating_model_errors": [16, 11],
    "how_weights_change_accuracy": [9, 9.08],
    "coding_weight_changes": [6, 0],
    "scaling_up": [294.0, 395.0625],
    "the_published_answer": [21, 23.75, 294.0, 395.0625, 37.5, 49.890625],
    "calculating_slopes": [14, 28, 42],
    "improving_weights": [7, 5.04],
    "error_mse_and_slope": [7, 49, 14, 28, 42],
    "multiple_updates": [25.4016, 13.16818944, 9.627110070005501e-05],
    "forward_and_backward": [4],
    "zero_errors": [0],
    "a_round_of_backpropagation": [6],
    "backprop_a_network": [104, 0, 24, 40],
    "test_the_gradient": [4],
    "why_losses_grow": [4.25],
    "why_accuracy_drops": [0.970, 0.894, 0.371, 0],
}


@pytest.mark.parametrize("name", FIGURES)
def test_a_reference_prints_its_figures(name: str) -> None:
    reference = find_exercise(ROOT, name).reference
    environment = {**os.environ, "MPLBACKEND": "Agg"}
    done = subprocess.run(
        [sys.executable, str(reference)], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    printed = [float(number) for number in NUMBER.findall(done.stdout)]
    missing = [
        figure
        for figure in FIGURES[name]
        if not any(math.isclose(figure, number, rel_tol=1e-6, abs_tol=1e-12) for number in printed)
    ]
    assert not missing, f"{missing} not in:\n{done.stdout}"
