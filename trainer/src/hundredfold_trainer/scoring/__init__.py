"""Scoring: one definition, shared with the workbench through vectors and a differential test.

The rule-based reward of *Efficient Medical VIE via Reinforcement Learning* (arXiv 2506.13363, §3.3,
Eq. 5–6), with what the paper leaves open decided in `docs/scoring.md`.
"""

from ..record.json_value import MISSING
from .counts import LeafCounts, Rates, matching_of, rates_of
from .equal_leaves import equal_leaves, equality_key, read_number
from .micro import MicroScore, micro_score
from .normal_form import is_empty_leaf, normal_form
from .parse_completion import ParsedCompletion, parse_completion
from .per_field import FieldCounts, add_field_counts, field_counts
from .prepare_records import Unscorable
from .read_lines import LeftOut
from .score_completion import ScoredCompletion, score_completion
from .score_files import DocumentScore, FilesScore, ScoreFilesOptions, score_files
from .score_record import DEFAULT_ALPHA, ScoredRecord, score_record
from .version import SCORING_VERSION

__all__ = [
    "DEFAULT_ALPHA",
    "MISSING",
    "SCORING_VERSION",
    "DocumentScore",
    "FieldCounts",
    "FilesScore",
    "LeafCounts",
    "LeftOut",
    "MicroScore",
    "ParsedCompletion",
    "Rates",
    "ScoreFilesOptions",
    "ScoredCompletion",
    "ScoredRecord",
    "Unscorable",
    "add_field_counts",
    "equal_leaves",
    "equality_key",
    "field_counts",
    "is_empty_leaf",
    "matching_of",
    "micro_score",
    "normal_form",
    "parse_completion",
    "rates_of",
    "read_number",
    "score_completion",
    "score_files",
    "score_record",
]
