'use client';

import { Table } from '@mantine/core';
import { useTranslations } from 'use-intl';
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
  const t = useTranslations('compare.leafTable');
  return (
    <Table verticalSpacing={3} horizontalSpacing={8} stickyHeader aria-label={t('goldAndEachCheckpoint')} onMouseLeave={() => onHover(null)}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('field')}</Table.Th>
          <Table.Th>{t('gold')}</Table.Th>
          {Array.from({ length: columns }, (_, place) => (
            <Table.Th key={place}>{letterOf(place)}</Table.Th>
          ))}
          <Table.Th>{t('outcome')}</Table.Th>
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
