"""Completions: format is strict, the search for the object is not."""

from __future__ import annotations

import subprocess
import sys

import pytest

from hundredfold_trainer.scoring import parse_completion


@pytest.mark.parametrize(
    ("completion", "think", "r_format", "record"),
    [
        ('<think>t</think>\x85<answer>{"a":"1"}</answer>', True, 1, {"a": "1"}),
        ('<think>t</think>\x1c<answer>{"a":"1"}</answer>', True, 0, {"a": "1"}),
        ('<answer>{"a":"```x```"}</answer>', False, 1, {"a": "```x```"}),
        ('<answer>```json\n{"a":"1"}\n```</answer>\n', False, 1, {"a": "1"}),
        ('<answer>{"a":"1"}</answer><answer>{"b":"2"}</answer>', False, 0, {"b": "2"}),
        ('<answer>x<answer>{"b":"2"}</answer>', False, 0, {"b": "2"}),
        ('<think>{"a":"1"}</think>', True, 0, None),
        ('well: {"a":"1"} ok', True, 0, {"a": "1"}),
        ('<answer>{"a":1e999}</answer>', False, 0, None),
        ('<answer>[{"a":"1"}]</answer>', False, 0, {"a": "1"}),
        ("", False, 0, None),
    ],
)
def test_the_object_is_found_and_the_format_judged(
    completion: str, think: bool, r_format: int, record: object
) -> None:
    parsed = parse_completion(completion, think=think)
    assert (parsed.format, parsed.record) == (r_format, record)


def test_importing_the_scorer_takes_the_standard_library_alone() -> None:
    code = (
        "import sys, hundredfold_trainer.scoring; "
        "own = {'hundredfold_trainer'} | set(sys.stdlib_module_names); "
        "print(sorted({m.split('.')[0] for m in sys.modules} - own - {'__main__'}))"
    )
    found = subprocess.run(
        [sys.executable, "-S", "-c", code],
        env={"PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        check=True,
    )
    assert found.stdout.strip() == b"[]"
