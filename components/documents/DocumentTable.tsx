'use client';

import { Anchor, Checkbox, Text, Tooltip } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import Link from 'next/link';
import { useEffect, useRef } from 'react';
import { DocumentThumbnail } from '../ui/DocumentThumbnail';
import { StateCell } from './StateCell';
import classes from './documents.module.css';
import type { DocumentRow } from './types';
import type { FilterKey } from './use-document-filters';
import { labelWords, splitWords } from './words';

interface Props {
  readonly projectId: string;
  readonly documents: readonly DocumentRow[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (ids: ReadonlySet<string>) => void;
  readonly onFilter: (key: FilterKey, value: string) => void;
  /** Called when the end of what is loaded comes into sight. */
  readonly onEnd: () => void;
}

const rowPx = 52;

/** Documents as rows; only those in sight are drawn. */
export function DocumentTable({ projectId, documents, chosen, onChoose, onFilter, onEnd }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({ count: documents.length, getScrollElement: () => scroller.current, estimateSize: () => rowPx, overscan: 10 });
  const items = rows.getVirtualItems();
  const lastSeen = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (lastSeen >= documents.length - 20) onEnd();
  }, [lastSeen, documents.length, onEnd]);
  const toggle = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChoose(next);
  };
  const areAllChosen = documents.length > 0 && documents.every(({ id }) => chosen.has(id));
  return (
    <div className={`hf-surface ${classes.scroller ?? ''}`} ref={scroller} role="table" aria-label="Documents" aria-rowcount={documents.length}>
      <div className={classes.head} role="row">
        <span role="columnheader">
          <Checkbox
            aria-label="Choose all that are loaded"
            checked={areAllChosen}
            indeterminate={!areAllChosen && chosen.size > 0}
            onChange={() => onChoose(areAllChosen ? new Set() : new Set(documents.map(({ id }) => id)))}
          />
        </span>
        <span role="columnheader" aria-label="Page" />
        <span role="columnheader">Name</span>
        <span role="columnheader">Kind</span>
        <span role="columnheader">Group</span>
        <span role="columnheader">Split</span>
        <span role="columnheader">State</span>
        <span role="columnheader" className={classes.number}>Words</span>
        <Tooltip label="Mean confidence of the words that OCR read">
          <span role="columnheader" className={classes.number}>OCR</span>
        </Tooltip>
        <span role="columnheader">Labels</span>
      </div>
      <div className={classes.rows} role="rowgroup" style={{ height: rows.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const row = documents[index];
          if (!row) return null;
          const { kind, groupKey } = row;
          return (
            <div key={row.id} className={classes.row} role="row" aria-rowindex={index + 1} style={{ height: rowPx, transform: `translateY(${start}px)` }}>
              <span role="cell">
                <Checkbox aria-label={`Choose ${row.name}`} checked={chosen.has(row.id)} onChange={() => toggle(row.id)} />
              </span>
              <span role="cell" style={{ display: 'flex' }}>
                <DocumentThumbnail projectId={projectId} documentId={row.id} name={row.name} height={44} />
              </span>
              <div className={classes.cell} role="cell">
                <Anchor component={Link} href={`/p/${projectId}/documents/${row.id}`} size="sm" fw={500} c="inherit" title={row.name}>
                  {row.name}
                </Anchor>
                <Text size="xs" c="dimmed" truncate>
                  {row.pageCount === 1 ? '1 page' : `${row.pageCount} pages`}
                  {row.nearDuplicateOf && (
                    <>
                      {' · '}
                      <Anchor component={Link} href={`/p/${projectId}/documents/${row.nearDuplicateOf}`} inherit>
                        <IconCopy size={11} aria-hidden /> near duplicate
                      </Anchor>
                    </>
                  )}
                </Text>
              </div>
              <div className={classes.cell} role="cell">
                {kind !== null && <FilterLink text={kind} onClick={() => onFilter('kind', kind)} />}
              </div>
              <div className={classes.cell} role="cell">
                {groupKey !== null && <FilterLink text={groupKey} onClick={() => onFilter('group', groupKey)} />}
              </div>
              <div className={classes.cell} role="cell" title={splitWords(row)}>{splitWords(row)}</div>
              <div className={classes.cell} role="cell">
                <StateCell readState={row.readState} readError={row.readError} />
              </div>
              <div className={classes.number} role="cell">{row.readState === 'read' ? row.wordCount.toLocaleString('en-GB') : ''}</div>
              <div className={classes.number} role="cell">{row.readConfidence === null ? '' : `${Math.round(row.readConfidence * 100)} %`}</div>
              <div className={classes.cell} role="cell">{labelWords(row)}</div>
            </div>
          );
        })}
      </div>
    </div>
  );
}

function FilterLink({ text, onClick }: { readonly text: string; readonly onClick: () => void }) {
  return (
    <Anchor component="button" type="button" size="sm" c="inherit" onClick={onClick} title={`Show only ${text}`}>
      {text}
    </Anchor>
  );
}
