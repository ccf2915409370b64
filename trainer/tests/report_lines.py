"""A pytest plugin: tells of each test in a line of JSON, as `npm run verify` counts them.

`pytest -p report_lines --report-lines FILE`, with this folder on the path.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Literal

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--report-lines", type=Path, metavar="FILE", help="writes a line of JSON for each test")


class _Reporter:
    def __init__(self, file: Path) -> None:
        self._file = file

    def _write(self, outcome: Literal["passed", "failed", "skipped"], name: str, detail: str) -> None:
        line = {"verify": outcome, "name": f"trainer/{name}", "detail": detail}
        with self._file.open("a", encoding="utf-8") as file:
            file.write(f"{json.dumps(line)}\n")

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        # Setting up and tearing down are told of only where they go wrong.
        if report.when == "call" or not report.passed:
            reason = f": {report.longrepr[2]}" if isinstance(report.longrepr, tuple) else ""
            self._write(report.outcome, report.nodeid + reason, report.longreprtext if report.failed else "")

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self._write("failed", report.nodeid, report.longreprtext)


def pytest_configure(config: pytest.Config) -> None:
    file: Path | None = config.getoption("--report-lines")
    if file is not None:
        config.pluginmanager.register(_Reporter(file))
