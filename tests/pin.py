"""Write into the bank what its wrong answers are told now. Read each line of the difference aloud before you commit.

Run: python -m tests.pin [EXERCISE ...]
"""

import json
import sys
import tomllib

from tests.conftest import SEED
from tests.test_bank import BANK, ROOT, answer_text, is_said
from workbook.judge import Judge
from workbook.lookup import find_exercise


def main(names: list[str]) -> None:
    """Pin the messages of these exercises, or of all."""
    with Judge(ROOT, seed=SEED) as judge:
        for path in sorted(BANK.glob("*.toml")):
            if names and path.stem not in names:
                continue
            exercise = find_exercise(ROOT, path.stem)
            text = path.read_text("utf-8")
            bank = tomllib.loads(text)
            pinned = [case.get("message", "") for case in bank["wrong"]]
            verdicts = [judge.check(exercise, text=answer_text(path.stem, case)) for case in bank["wrong"]]
            lines = []
            for line in text.splitlines():
                if line.startswith(("message = ", "named = ")):
                    continue
                if line.startswith("status = "):
                    verdict, before = verdicts.pop(0), pinned.pop(0)
                    message = before if is_said(before, verdict.message) else verdict.message
                    lines.append(f'status = "{verdict.status}"')
                    lines.append(f"message = {json.dumps(message, ensure_ascii=False)}")
                    lines.append(f"named = {str(verdict.named).lower()}")
                else:
                    lines.append(line)
            path.write_text("\n".join(lines) + "\n", encoding="utf-8")
            print(f"pinned {path.stem}: {len(bank['wrong'])} messages")


if __name__ == "__main__":
    main(sys.argv[1:])
