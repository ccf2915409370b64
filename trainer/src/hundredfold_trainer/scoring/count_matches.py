"""n of Eq. 5."""

from __future__ import annotations

from .leaf_tree import LeafNode, ListNode, ObjectNode, TreeNode
from .pair_rows import pair_rows


def count_matches(gold: TreeNode | None, predicted: TreeNode | None) -> int:
    """Leaves of the prediction that match gold.

    Objects meet key by key, lists by the best assignment of their rows, a leaf only a leaf; None is an
    empty tree.
    """
    if isinstance(gold, LeafNode):
        return 1 if isinstance(predicted, LeafNode) and gold.key == predicted.key else 0
    if isinstance(gold, ObjectNode) and isinstance(predicted, ObjectNode):
        matched = 0
        for key, node in gold.fields.items():
            matched += count_matches(node, predicted.fields.get(key))
        return matched
    if isinstance(gold, ListNode) and isinstance(predicted, ListNode):
        return sum([pair.matched for pair in pair_rows(gold.rows, predicted.rows, count_matches)])
    return 0
