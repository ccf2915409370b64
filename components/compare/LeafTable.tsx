'use client';

import { Table } from '@mantine/core';
import { LeafRow } from './LeafRow';
import { type ComparedLine, type LineFilter, isStop, letterOf } from './comparison-view';

interface Props {
  readonly lines: readonly ComparedLine[];
  readonly columns: number;
  readonly filter: LineFilter;
  readonly focused: number | null;
  readonly onFocus: (place: number) => void;
  readonly onHover: (place: number | null) => void;
}

/** Gold and each checkpoint, leaf by leaf, rows paired as the scorer pairs them. */
export function LeafTable({ lines, columns, filter, focused, onFocus, onHover }: Props) {
  return (
    <Table verticalSpacing={3} horizontalSpacing={8} stickyHeader aria-label="Gold and each checkpoint, value by value" onMouseLeave={() => onHover(null)}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Field</Table.Th>
          <Table.Th>Gold</Table.Th>
          {Array.from({ length: columns }, (_, place) => (
            <Table.Th key={place}>{letterOf(place)}</Table.Th>
          ))}
          <Table.Th>Outcome</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map((line, place) => (
          <LeafRow
            key={place}
            line={line}
            place={place}
            lines={lines}
            isFocused={place === focused}
            isFaint={!isStop(line, filter) && place !== focused}
            onFocus={onFocus}
            onHover={onHover}
          />
        ))}
      </Table.Tbody>
    </Table>
  );
}
