"""Lists inside rows."""

from __future__ import annotations

from typing import NamedTuple

from .assign_links import best_total
from .leaf_tree import ListNode, TreeRow, signature_of
from .link_rows import RowLink, link_rows
from .shared_parts import InnerList, InnerLists, SharedPart


class _ListKind(NamedTuple):
    """Lists that are equal throughout, and the rows that hold one of them."""

    node: ListNode
    holders: list[int]


def _kinds_of(lists: list[InnerList]) -> list[_ListKind]:
    if len(lists) == 1:
        return [_ListKind(lists[0].node, [lists[0].row])]
    kinds: dict[str, _ListKind] = {}
    for row, node in lists:
        signature = signature_of(node)
        if signature in kinds:
            kinds[signature].holders.append(row)
        else:
            kinds[signature] = _ListKind(node, [row])
    return list(kinds.values())


def _distinct_rows(kinds: list[_ListKind]) -> tuple[list[TreeRow], list[list[int]]]:
    """The rows of all lists, each that differs once, and by list the places of its rows among them.

    All rows of a list that is alone, where nothing is saved.
    """
    if len(kinds) == 1:
        alone = kinds[0].node.rows
        return alone, [list(range(len(alone)))]
    places: dict[str, int] = {}
    rows: list[TreeRow] = []

    def place_of(row: TreeRow) -> int:
        place = places.setdefault(row.signature, len(rows))
        if place == len(rows):
            rows.append(row)
        return place

    places_of = [[place_of(row) for row in kind.node.rows] for kind in kinds]
    return rows, places_of


def _slots_of(places_of: list[list[int]], row_count: int) -> list[list[tuple[int, int]]]:
    """Per distinct row, where it stands: the list and the place in it."""
    slots: list[list[tuple[int, int]]] = [[] for _ in range(row_count)]
    for kind, places in enumerate(places_of):
        for slot, place in enumerate(places):
            slots[place].append((kind, slot))
    return slots


def count_inner(lists: InnerLists) -> list[SharedPart]:
    """Matched leaves of every gold list with every predicted list that shares any.

    Equal lists are counted once, and so are equal rows of different lists.
    """
    gold_kinds, predicted_kinds = _kinds_of(lists.golds), _kinds_of(lists.predicted)
    gold_rows, gold_places = _distinct_rows(gold_kinds)
    predicted_rows, predicted_places = _distinct_rows(predicted_kinds)
    links: list[list[RowLink]] = [[] for _ in gold_rows]
    for link in link_rows(gold_rows, predicted_rows, count_inner).links:
        links[link.g].append(link)
    slots = _slots_of(predicted_places, len(predicted_rows))
    parts: list[SharedPart] = []
    for kind, places in zip(gold_kinds, gold_places, strict=True):
        links_with: dict[int, list[RowLink]] = {}
        for g, place in enumerate(places):
            for _, row, matched in links[place]:
                for other, p in slots[row]:
                    links_with.setdefault(other, []).append(RowLink(g, p, matched))
        for place, between in links_with.items():
            there = predicted_kinds[place]
            total = best_total(between, len(kind.node.rows), len(there.node.rows))
            parts.append(SharedPart(kind.holders, there.holders, total))
    return parts
