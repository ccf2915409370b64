"""Pairs a second of one scorer, in a process of its own: `rate.py SCORER PAIRS.json SECONDS`.

Prints one line of JSON: how many pairs were scored in how many seconds, and the mean score.
"""

import json
import sys
import time


def scorer_of(name):
    if name == "anls_star":
        from anls_star import anls_score

        return anls_score
    from hundredfold_trainer.scoring import score_record

    return lambda gold, prediction: score_record(gold, prediction).rates.f1


def main() -> None:
    name, path, seconds = sys.argv[1], sys.argv[2], float(sys.argv[3])
    score = scorer_of(name)
    with open(path, encoding="utf-8") as file:
        pairs = [(pair["gold"], pair["prediction"]) for pair in json.load(file)]
    scored, total = 0, 0.0
    start = time.perf_counter()
    while (spent := time.perf_counter() - start) < seconds or scored == 0:
        total = sum(score(gold, prediction) for gold, prediction in pairs)
        scored += len(pairs)
    print(json.dumps({"scored": scored, "seconds": spent, "mean": total / len(pairs)}))


if __name__ == "__main__":
    main()
