"""Writes into metric-vectors.json what the reference implementations say.

Needs `pip install anls_star==1.0.1 zss==1.2.0 numpy scipy rich pyyaml` and a clone of
github.com/UpstageAI/KIEval (95914a4) on PYTHONPATH. ANLS* and KIEval are run as published;
Donut's evaluator (clovaai/donut, donut/util.py, MIT) is transcribed, as it imports torch.
Run from the root of the repository: python tests/contract/metric-vectors/refresh.py
"""

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import zss  # type: ignore[import-untyped]
from anls_star import anls_score  # type: ignore[import-untyped]
from KIEval.kieval import (  # type: ignore[import-not-found]
    get_group_confusion_matrix,
    get_non_group_confusion_matrix,
)
from KIEval.utils import levenshtein_distance  # type: ignore[import-not-found]

VECTORS = Path(__file__).parent.parent / "metric-vectors.json"
EMPTY, DELIMITER = "<empty>", "||"
Json = Any


def with_tuples(gold: Json, keys: list[str]) -> Json:
    return {k: tuple(v) if k in keys else v for k, v in gold.items()} if keys else gold


def normalize(data: Json) -> Json:
    if not data:
        return {}
    if isinstance(data, dict):
        fields = {}
        for key in sorted(data, key=lambda k: (len(k), k)):
            value = normalize(data[key])
            if value:
                fields[key] = value if isinstance(value, list) else [value]
        return fields
    if isinstance(data, list):
        if all(isinstance(item, dict) for item in data):
            return [item for item in map(normalize, data) if item]
        return [str(i).strip() for i in data if type(i) in {str, int, float} and str(i).strip()]
    return [str(data).strip()]


def tree(data: Json, name: str = "<root>") -> zss.Node:
    node = zss.Node(name)
    if isinstance(data, dict):
        for key, value in data.items():
            node.addkid(tree(value, key))
    elif all(isinstance(item, dict) for item in data):
        for item in data:
            node.addkid(tree(item, "<subtree>"))
    else:
        for item in data:
            node.addkid(zss.Node(f"<leaf>{item}"))
    return node


def distance(a: zss.Node, b: zss.Node) -> float:
    def text(node: zss.Node) -> str | None:
        return node.label.replace("<leaf>", "") if "<leaf>" in node.label else None

    def alone(node: zss.Node) -> int:
        found = text(node)
        return 1 if found is None else len(found)

    def update(first: zss.Node, second: zss.Node) -> int:
        left, right = text(first), text(second)
        if left is not None and right is not None:
            return levenshtein_distance(left, right)
        if left is None and right is None:
            return int(first.label != second.label)
        return 1 + len(left or right or "")

    return zss.distance(a, b, zss.Node.get_children, alone, alone, update)


def nted(gold: Json, pred: Json) -> float | str:
    target = tree(normalize(gold))
    whole = distance(tree({}), target)
    if whole == 0:
        return "ZeroDivisionError"
    return max(0, 1 - distance(tree(normalize(pred)), target) / whole)


def leaves(value: Json, path: str = "") -> list[tuple[str, str]]:
    if isinstance(value, dict):
        return [leaf for k, v in value.items() for leaf in leaves(v, f"{path}.{k}" if path else k)]
    if isinstance(value, list):
        return [leaf for item in value for leaf in leaves(item, path)]
    return [(path, value)]


def donut(gold: Json, pred: Json) -> list[int]:
    left = leaves(normalize(gold))
    matched = unmatched = 0
    for leaf in leaves(normalize(pred)):
        if leaf in left:
            matched += 1
            left.remove(leaf)
        else:
            unmatched += 1
    return [matched, unmatched + len(left)]


def f1(matched: int, unmatched: int) -> float | str:
    if matched + unmatched == 0:
        return "ZeroDivisionError"
    return matched / (matched + unmatched / 2)


def cells_of(row: Json) -> dict[str, str]:
    """A row as the reference has it: several values of a cell are joined."""
    cells: dict[str, str] = {}
    for key, text in leaves(row):
        if text not in (None, ""):
            cells[key] = f"{cells[key]}{DELIMITER}{text}" if key in cells else str(text)
    return cells


def split(record: dict[str, Json]) -> tuple[dict[str, list[str]], dict[str, list[dict[str, str]]]]:
    """Lists of objects are groups, the rest are fields by path."""
    fields: dict[str, list[str]] = defaultdict(list)
    groups: dict[str, list[dict[str, str]]] = defaultdict(list)

    def visit(value: Json, path: str) -> None:
        if isinstance(value, dict):
            for key, child in value.items():
                visit(child, f"{path}.{key}" if path else key)
        elif isinstance(value, list) and any(isinstance(item, dict) for item in value):
            groups[path] += filter(None, map(cells_of, value))
        elif isinstance(value, list):
            for item in value:
                visit(item, path)
        elif value not in (None, ""):
            fields[path].append(str(value))

    visit(record, "")
    return fields, groups


def kieval(gold: Json, pred: Json) -> list[int]:
    counts: Json = defaultdict(lambda: defaultdict(int))
    (gold_fields, gold_groups), (pred_fields, pred_groups) = split(gold), split(pred)
    get_non_group_confusion_matrix(gold_fields, pred_fields, counts, EMPTY, DELIMITER, False, False)
    get_group_confusion_matrix(
        gold_groups, pred_groups, counts, "", EMPTY, DELIMITER, "hungarian", True, False
    )
    entities = [c for key, c in counts.items() if not key.endswith(".grouping")]
    return [sum(c[name] for c in entities) for name in ("TP", "FP", "FN", "wrong_match", "no_match")]


def kieval_aligned(gold: Json, pred: Json) -> float:
    tp, _, _, wrong, no_match = kieval(gold, pred)
    return tp / (tp + wrong + no_match) if tp + wrong + no_match else 0.0


FIGURES = {
    "anlsStar": anls_score,
    "nted": nted,
    "donutF1": lambda gold, pred: f1(*donut(gold, pred)),
    "kievalAligned": kieval_aligned,
}


def main() -> None:
    vectors = json.loads(VECTORS.read_text(encoding="utf-8"))
    for pair in vectors["agree"]:
        gold, pred = pair["gold"], pair["pred"]
        pair["expect"] = {"anlsStar": anls_score(with_tuples(gold, pair.get("alternatives", [])), pred)}
        if isinstance(gold, dict) and isinstance(pred, dict) and "alternatives" not in pair:
            pair["expect"] |= {
                "nted": nted(gold, pred),
                "donut": donut(gold, pred),
                "kieval": kieval(gold, pred),
            }
    for pair in vectors["differ"]:
        pair["reference"] = FIGURES[pair["metric"]](pair["gold"], pair["pred"])
    lines = []
    for name in ("agree", "differ"):
        rows = ",\n".join(f"    {json.dumps(row, ensure_ascii=False)}" for row in vectors[name])
        lines.append(f'  "{name}": [\n{rows}\n  ]')
    about = json.dumps(vectors["about"], ensure_ascii=False)
    VECTORS.write_text(f'{{\n  "about": {about},\n' + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
