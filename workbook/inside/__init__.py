"""What runs beside the learner's code: the zygote, its forks, and the few things they share with the judge.

Everything here may end up in a process that a learner's code controls. So it holds no expectation, no reference and
no check, imports nothing of the judge, and nothing that it says is believed before the judge has validated it.
"""
