"""Start and end the processes that learners' code runs in. No NumPy here: a start need not wait for its import."""
