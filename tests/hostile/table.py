"""Print the table of the hostile answers: case, kind, status due, status got, seconds, message.

python -m tests.hostile.table [WORD ...]      only the cases with a word in their name
"""

import sys
import time

from tests.hostile.answers import CASES, as_pinned, judges


def main() -> int:
    """Check every case, and return 1 when one is not as it should be."""
    words = sys.argv[1:]
    wrong = 0
    with judges() as judge:
        for case in CASES:
            if words and not any(word in case.about for word in words):
                continue
            if case.harmful and judge.usual.isolation != "isolated":
                print(f"-      {case.about}: only where answers are isolated")
                continue
            start = time.perf_counter()
            try:
                verdict = judge.check(case)
                status, message = verdict.status.value, as_pinned(verdict.message, case)
            except Exception as error:
                status, message = "DEFECT", repr(error)
            right = status == case.status and message == (case.message or message)
            wrong += not right
            mark = "ok   " if right else "WRONG" if status != case.status else "text "
            seconds = time.perf_counter() - start
            row = f"{mark} {case.about:50} {case.kind:8} {case.status:7} {status:7} {seconds:5.1f} s"
            print(f"{row}  {message}", flush=True)
    print(f"{wrong} of {len(CASES)} not as they should be")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
