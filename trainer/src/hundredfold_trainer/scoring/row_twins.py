"""Rows that are equal in all that they could share."""

from __future__ import annotations

from collections.abc import Sequence

from .link_rows import LinkedRows, RowLink


def _shareable(
    linked: LinkedRows, golds: Sequence[bool], predicted: Sequence[bool]
) -> tuple[list[int], list[int]]:
    """Leaves of each row that some row still left on the other side holds as well.

    Its inner lists count whole.
    """
    of_gold, of_predicted = linked.gold_inner.copy(), linked.predicted_inner.copy()
    for part in linked.leaves:
        if any(golds[g] for g in part.golds) and any(predicted[p] for p in part.predicted):
            for g in part.golds:
                of_gold[g] += 1
            for p in part.predicted:
                of_predicted[p] += 1
    return of_gold, of_predicted


def pair_twins(linked: LinkedRows) -> tuple[list[RowLink], list[RowLink]]:
    """Pairs rows that are equal in all that rows of the other side hold as well, and the links of the rest.

    Over and over: each pair can leave others with less that they could share. Some best assignment holds
    such pairs, because |g| + |p| − 2·matched, of what can be shared alone, is a distance, and by its
    triangle inequality undoing (g, p′), (g′, p) for (g, p), (g′, p′) loses no leaf where g and p are at 0.
    Dense tables of ties, where an assignment is slowest, go here.
    """
    gold_left = [True] * len(linked.gold_inner)
    predicted_left = [True] * len(linked.predicted_inner)
    twins: list[RowLink] = []
    rest = linked.links
    before = -1
    while before < len(twins):
        before = len(twins)
        of_gold, of_predicted = _shareable(linked, gold_left, predicted_left)
        for link in rest:
            g, p, matched = link
            if matched == of_gold[g] == of_predicted[p] and gold_left[g] and predicted_left[p]:
                gold_left[g] = predicted_left[p] = False
                twins.append(link)
        if len(twins) > before:
            rest = [link for link in rest if gold_left[link.g] and predicted_left[link.p]]
    return twins, rest
