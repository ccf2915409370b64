"""n of Eq. 5."""

from __future__ import annotations

from .leaf_tree import ListNode, ObjectNode, TreeNode
from .pair_rows import pair_rows


def count_matches(gold: TreeNode | None, predicted: TreeNode | None) -> int:
    """Leaves of the prediction that match gold.

    Objects meet key by key, lists by the best assignment of their rows, a leaf only a leaf; None is an
    empty tree.
    """
    if isinstance(gold, str):
        # A leaf's key; nothing else equals a text.
        return 1 if gold == predicted else 0
    if isinstance(gold, ObjectNode) and isinstance(predicted, ObjectNode):
        matched = 0
        for key, node in gold.fields.items():
            other = predicted.fields.get(key)
            if other is not None:
                matched += count_matches(node, other)
        return matched
    if isinstance(gold, ListNode) and isinstance(predicted, ListNode):
        return sum([pair.matched for pair in pair_rows(gold.rows, predicted.rows)])
    return 0
