"""The assignment problem."""

from __future__ import annotations

import math
from collections.abc import Sequence


def assign_most(weights: Sequence[Sequence[int]]) -> list[int]:
    """For each row the column of an assignment with the largest total weight; −1 for a row left over.

    Shortest augmenting paths (Jonker–Volgenant) for rectangular matrices after D. F. Crouse, *On
    implementing 2D rectangular assignment algorithms*, IEEE TAES 52 (2016). The steps and so the choice
    among equally good assignments are those of the npm package linear-sum-assignment 1.0.9 (MIT,
    `licenses/linear-sum-assignment.txt`), which the workbench uses: per-field figures follow from that
    choice. Weights are whole numbers, so nothing is rounded.
    """
    row_count, column_count = len(weights), len(weights[0]) if weights else 0
    if row_count == 0 or column_count == 0:
        return [-1] * row_count
    if column_count > row_count:
        column_of = [-1] * row_count
        for column, row in enumerate(
            _assign_columns([list(column) for column in zip(*weights, strict=True)])
        ):
            if row >= 0:
                column_of[row] = column
        return column_of
    return _assign_columns([list(row) for row in weights])


def _assign_columns(weights: list[list[int]]) -> list[int]:
    """Column of each row, with at least as many rows as columns."""
    row_count, column_count = len(weights), len(weights[0])
    largest = max(map(max, weights))
    # By column, because a search goes down columns.
    costs = [[largest - weights[row][column] for row in range(row_count)] for column in range(column_count)]
    column_of = [-1] * row_count
    row_of = [-1] * column_count
    column_dual = [0.0] * column_count
    row_dual = [0.0] * row_count
    for column in range(column_count):
        sink, came_from = _grow_path(column, costs, column_of, row_of, column_dual, row_dual)
        row = sink
        while True:
            via = came_from[row]
            column_of[row] = via
            row, row_of[via] = row_of[via], row
            if via == column:
                break
    return column_of


def _grow_path(
    start: int,
    costs: list[list[int]],
    column_of: list[int],
    row_of: list[int],
    column_dual: list[float],
    row_dual: list[float],
) -> tuple[int, list[int]]:
    """The free row that is nearest to the column, and the column through which each row was reached."""
    row_count = len(row_dual)
    came_from = [0] * row_count
    distance = [math.inf] * row_count
    waiting = list(range(row_count))
    scanned_columns: list[int] = []
    scanned_rows: list[int] = []
    column, reached = start, 0.0
    while True:
        scanned_columns.append(column)
        cost, base = costs[column], reached - column_dual[column]
        nearest, nearest_place = math.inf, -1
        for place, row in enumerate(waiting):
            reduced = base + cost[row] - row_dual[row]
            if reduced < distance[row]:
                came_from[row] = column
                distance[row] = reduced
            else:
                reduced = distance[row]
            if reduced < nearest:
                nearest, nearest_place = reduced, place
        row = waiting.pop(nearest_place)
        scanned_rows.append(row)
        reached = nearest
        if column_of[row] == -1:
            break
        column = column_of[row]
    column_dual[start] += reached
    for other in scanned_columns[1:]:
        column_dual[other] += reached - distance[row_of[other]]
    for other in scanned_rows:
        row_dual[other] -= reached - distance[other]
    return row, came_from
