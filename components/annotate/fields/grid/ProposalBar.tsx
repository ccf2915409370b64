'use client';

import { Button, Kbd, Menu, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { ProposedTable } from '@/lib/core/tables/propose-table';
import type { TableColumn } from '@/lib/core/tables/table-columns';
import { useFieldActions } from '../field-actions';
import classes from './grid.module.css';

/** What to do with the rows that were read off the page. */
export function ProposalBar({ rowCount }: { readonly rowCount: number }) {
  const t = useTranslations('annotate.proposalBar');
  const { onTakeProposal, onDropProposal } = useFieldActions();
  const take = useRef<HTMLButtonElement>(null);
  useEffect(() => take.current?.focus({ preventScroll: true }), []);
  return (
    <div className={classes.bar} role="status">
      <Text size="sm">{t('rowsReadOff', { count: rowCount })}</Text>
      <Button ref={take} size="compact-xs" rightSection={<Kbd size="xs">{t('enter')}</Kbd>} onClick={onTakeProposal}>
        {t('takeRows', { count: rowCount })}
      </Button>
      <Button size="compact-xs" variant="default" rightSection={<Kbd size="xs">{t('esc')}</Kbd>} onClick={onDropProposal}>{t('drop')}</Button>
    </div>
  );
}

interface SourceProps {
  readonly proposal: ProposedTable;
  readonly name: string;
  /** The column of the list. */
  readonly target: number;
}

const headOf = ({ columns, rows }: ProposedTable, at: number): string => {
  const sample = rows.map((row) => (row[at] ?? []).map(({ text }) => text).join(' ')).find((text) => text !== '');
  return columns[at]?.heading || `“${sample ?? ''}”`;
};

/** Which column of the page fills this one, and a menu to say otherwise. */
function ColumnSource({ proposal, name, target }: SourceProps) {
  const t = useTranslations('annotate.proposalBar');
  const { onRetarget } = useFieldActions();
  const from = proposal.columns.findIndex((column) => column.target === target);
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <button type="button" className={classes.source} aria-label={t('columnFilledFrom', { name, from: from < 0 ? t('nothing') : headOf(proposal, from) })}>
          {from < 0 ? '–' : `← ${headOf(proposal, from)}`}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('fillFrom', { name })}</Menu.Label>
        {proposal.columns.map((column, at) => (
          <Menu.Item key={at} disabled={column.target === target} onClick={() => onRetarget(at, target)}>{headOf(proposal, at)}</Menu.Item>
        ))}
        <Menu.Item disabled={from < 0} onClick={() => onRetarget(from, null)}>{t('nothing')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Above the proposed rows: for each column of the list the column of the page that fills it. */
export function ColumnSources({ proposal, columns }: { readonly proposal: ProposedTable; readonly columns: readonly TableColumn[] }) {
  const t = useTranslations('annotate.proposalBar');
  const row = useRef<HTMLTableRowElement>(null);
  // The first of the proposed rows and what fills them, however many stand before.
  useEffect(() => row.current?.scrollIntoView({ block: 'start' }), []);
  return (
    <tr ref={row} role="row" className={classes.sources}>
      <th role="rowheader" scope="row" aria-label={t('filledFrom')} />
      {columns.map(({ name }, at) => (
        <td key={name} role="gridcell" aria-colindex={at + 2}><ColumnSource proposal={proposal} name={name} target={at} /></td>
      ))}
      <td role="gridcell" />
    </tr>
  );
}
