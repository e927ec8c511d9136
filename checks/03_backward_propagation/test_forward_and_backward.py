from workbook.checking import Slip


def test_forward_and_backward(answer):
    """Four updates take 4 forward propagations."""
    answer.gives(answer="c", forward_propagations=4)


SLIPS = [
    Slip(
        "forward_propagations + 1",
        "forward_propagations + 2",
        "you count two in each turn of the loop; it goes forward once",
    ),
    Slip(
        "forward_propagations = forward_propagations + 1",
        "forward_propagations = 1",
        "you set it to 1 in each turn of the loop; add 1 to what it was",
    ),
]
ALTERNATIVES = [
    {"forward_propagations = forward_propagations + 1": "forward_propagations += 1"},
    {'answer = "c"': "answer = 4"},
]
