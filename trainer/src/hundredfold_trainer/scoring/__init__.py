"""Scoring: one definition, shared with the workbench through vectors and a differential test.

The rule-based reward of *Efficient Medical VIE via Reinforcement Learning* (arXiv 2506.13363, §3.3,
Eq. 5–6), with what the paper leaves open decided in `docs/scoring.md`.
"""

from ..record.json_value import MISSING
from .bootstrap import DifferenceInterval, Interval, difference_of, interval_of
from .counts import LeafCounts, Rates, matching_of, rates_of
from .equal_leaves import equal_leaves, equality_key, read_number
from .normal_form import is_empty_leaf, normal_form
from .parse_completion import ParsedCompletion, parse_completion
from .per_field import FieldCounts, score_record_by_field
from .prepare_records import Unscorable
from .read_lines import LeftOut, LineIndex, LineSource, Place, RawLine
from .score_completion import ScoredCompletion, score_completion, score_completion_by_field
from .score_files import ChangedWhileReadError, ScoreSink, score_files
from .score_line import DocumentScore, ScoreFilesOptions
from .score_record import DEFAULT_ALPHA, ScoredRecord, score_record
from .tally import Tally
from .version import SCORING_VERSION

__all__ = [
    "DEFAULT_ALPHA",
    "MISSING",
    "SCORING_VERSION",
    "ChangedWhileReadError",
    "DifferenceInterval",
    "DocumentScore",
    "FieldCounts",
    "Interval",
    "LeafCounts",
    "LeftOut",
    "LineIndex",
    "LineSource",
    "ParsedCompletion",
    "Place",
    "Rates",
    "RawLine",
    "ScoreFilesOptions",
    "ScoreSink",
    "ScoredCompletion",
    "ScoredRecord",
    "Tally",
    "Unscorable",
    "difference_of",
    "equal_leaves",
    "equality_key",
    "interval_of",
    "is_empty_leaf",
    "matching_of",
    "normal_form",
    "parse_completion",
    "rates_of",
    "read_number",
    "score_completion",
    "score_completion_by_field",
    "score_files",
    "score_record",
    "score_record_by_field",
]
