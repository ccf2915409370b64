"""The best assignment among links."""

from __future__ import annotations

from .assign import assign_most
from .link_rows import RowLink


def _connected_groups(links: list[RowLink], gold_count: int, predicted_count: int) -> list[list[RowLink]]:
    """Groups of rows that links hold together; no assignment crosses from one to another."""
    parent = list(range(gold_count + predicted_count))

    def root_of(row: int) -> int:
        while parent[row] != row:
            parent[row] = row = parent[parent[row]]
        return row

    for g, p, _ in links:
        parent[root_of(g)] = root_of(gold_count + p)
    groups: dict[int, list[RowLink]] = {}
    for link in links:
        groups.setdefault(root_of(link.g), []).append(link)
    return list(groups.values())


def _assign(links: list[RowLink]) -> list[RowLink]:
    """The links of a best assignment within one group (maximum total `matched`)."""
    gs = sorted({link.g for link in links})
    ps = sorted({link.p for link in links})
    if len(gs) == 1 or len(ps) == 1:
        # The first of the largest.
        return [max(links, key=lambda link: link.matched)]
    row_of = {g: row for row, g in enumerate(gs)}
    column_of = {p: column for column, p in enumerate(ps)}
    weights = [[0] * len(ps) for _ in gs]
    for g, p, matched in links:
        weights[row_of[g]][column_of[p]] = matched
    return [
        RowLink(gs[row], ps[column], weights[row][column])
        for row, column in enumerate(assign_most(weights))
        if column >= 0 and weights[row][column] > 0
    ]


def best_links(links: list[RowLink], gold_count: int, predicted_count: int) -> list[RowLink]:
    """The links of a best one-to-one assignment: the total of `matched` is the largest possible.

    Rows without a link stay alone. Which of several best assignments is taken follows from the places alone.
    """
    groups = _connected_groups(links, gold_count, predicted_count)
    return [link for group in groups for link in _assign(group)]


def only_best_links(links: list[RowLink]) -> list[RowLink] | None:
    """The links of the only best assignment, where each gold row has one best partner and no two the same.

    None where there may be a choice. The links stand by gold row.
    """
    best: dict[int, RowLink] = {}
    tied: set[int] = set()
    for link in links:
        largest = best.get(link.g)
        if largest is None or link.matched > largest.matched:
            best[link.g] = link
            tied.discard(link.g)
        elif link.matched == largest.matched:
            tied.add(link.g)
    is_clear = not tied and len({link.p for link in best.values()}) == len(best)
    return list(best.values()) if is_clear else None


def best_total(links: list[RowLink], gold_count: int, predicted_count: int) -> int:
    """The largest total of `matched` that a one-to-one assignment of the links has."""
    if gold_count == 1 or predicted_count == 1:
        return max(links, key=lambda link: link.matched).matched
    best = only_best_links(links)
    if best is None:
        weights = [[0] * predicted_count for _ in range(gold_count)]
        for g, p, matched in links:
            weights[g][p] = matched
        assigned = enumerate(assign_most(weights))
        return sum([weights[row][column] for row, column in assigned if column >= 0])
    return sum([link.matched for link in best])
