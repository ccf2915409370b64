"""Scores as a person reads them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from ..record.utf16 import surrogate
from .bootstrap import DifferenceInterval, Interval, difference_of, interval_of
from .counts import rates_of
from .figures import paths_of_both
from .left_out_lines import LeftOutLines
from .resampled_counts import ResampledCounts
from .tally import Tally

# As many rows as a person reads.
_SHOWN_FIELDS: Final = 200

_control = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def _printable(text: str) -> str:
    """Paths come out of predictions: a control character in one would be acted on by the terminal."""
    escaped = _control.sub(lambda found: f"\\u{ord(found.group()):04x}", text)
    return surrogate.sub("\ufffd", escaped)


def _percent(share: float) -> str:
    return str(Decimal(share * 100).quantize(Decimal("0.1"), ROUND_HALF_UP))


def _interval_text(interval: Interval) -> str:
    return f"{_percent(interval.low)} to {_percent(interval.high)}"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    rule = ["─" * width for width in widths]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in (head, rule, *rows)
    ]


def _lines(*texts: str) -> str:
    return "".join(f"{text}\n" for text in texts)


def _figure_row(name: str, counts: ResampledCounts) -> list[str]:
    total, rates = counts.total, rates_of(counts.total)
    sums = [str(total.matched), str(total.predicted), str(total.gold)]
    shares = [_percent(rates.precision), _percent(rates.recall), _percent(rates.f1)]
    return [name, *sums, *shares, _interval_text(interval_of(counts))]


def _more_fields(count: int) -> list[str]:
    more = count - _SHOWN_FIELDS
    return [f"and {more} more fields; --json has them all"] if more > 0 else []


def _left_out_text(left_out: LeftOutLines) -> list[str]:
    if left_out.count == 0:
        return []
    more = left_out.count - len(left_out.first)
    return [
        f"{left_out.count} left out:",
        *(f"  line {one.line}: {_printable(one.reason)}" for one in left_out.first),
        *([f"  and {more} more; --json has them all"] if more else []),
    ]


def summary_of(name: str, tally: Tally, left_out: LeftOutLines) -> str:
    """What was scored, by field and in all, with 95 % intervals of F1, and what was left out."""
    if tally.documents == 0:
        return _lines(f"{_printable(name)}: nothing could be scored", *_left_out_text(left_out))
    paths = tally.paths()
    rows = [_figure_row(_printable(path), tally.of(path)) for path in paths[:_SHOWN_FIELDS]]
    head = ["field", "matched", "predicted", "gold", "P", "R", "F1", "95 %"]
    rates = rates_of(tally.all.total)
    return _lines(
        *_table(head, [*rows, _figure_row("all", tally.all)]),
        *_more_fields(len(paths)),
        f"{_printable(name)}: F1 {_percent(rates.f1)} ({_interval_text(interval_of(tally.all))}), "
        f"precision {_percent(rates.precision)}, recall {_percent(rates.recall)} "
        f"over {tally.documents} documents",
        *_left_out_text(left_out),
    )


def _signed(share: float) -> str:
    return f"{'+' if share > 0 else ''}{_percent(share)}"


def _difference_row(name: str, found: DifferenceInterval) -> list[str]:
    interval = found.interval
    verdict = "a difference" if found.is_difference else "no difference shown"
    return [
        name,
        _signed(found.difference),
        f"{_signed(interval.low)} to {_signed(interval.high)}",
        verdict,
    ]


def difference_summary(before: Tally, after: Tally) -> str:
    """F1 of the second minus F1 of the first, by field and in all."""
    if before.documents == 0:
        return ""
    paths = paths_of_both(before, after)
    rows = [
        _difference_row(_printable(path), difference_of(before.of(path), after.of(path)))
        for path in paths[:_SHOWN_FIELDS]
    ]
    rows.append(_difference_row("all", difference_of(before.all, after.all)))
    head = ["F1, second minus first", "difference", "95 %", ""]
    return _lines(*_table(head, rows), *_more_fields(len(paths)))
