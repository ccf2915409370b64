'use client';

import { Anchor, Checkbox, Text, Tooltip } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import Link from 'next/link';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
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
  const t = useTranslations('documents.documentTable');
  const words = useTranslations('documents.words');
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
    <div className={`hf-surface ${classes.scroller ?? ''}`} ref={scroller} role="table" aria-label={t('documents')} aria-rowcount={documents.length}>
      <div className={classes.head} role="row">
        <span role="columnheader">
          <Checkbox
            aria-label={t('chooseAllLoaded')}
            checked={areAllChosen}
            indeterminate={!areAllChosen && chosen.size > 0}
            onChange={() => onChoose(areAllChosen ? new Set() : new Set(documents.map(({ id }) => id)))}
          />
        </span>
        <span role="columnheader" aria-label={t('page')} />
        <span role="columnheader">{t('name')}</span>
        <span role="columnheader">{t('kind')}</span>
        <span role="columnheader">{t('group')}</span>
        <span role="columnheader">{t('split')}</span>
        <span role="columnheader">{t('state')}</span>
        <span role="columnheader" className={classes.number}>{t('words')}</span>
        <Tooltip label={t('meanConfidenceOfWords')}>
          <span role="columnheader" className={classes.number}>{t('ocr')}</span>
        </Tooltip>
        <span role="columnheader">{t('labels')}</span>
      </div>
      <div className={classes.rows} role="rowgroup" style={{ height: rows.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const row = documents[index];
          if (!row) return null;
          const { kind, groupKey } = row;
          return (
            <div key={row.id} className={classes.row} role="row" aria-rowindex={index + 1} style={{ height: rowPx, transform: `translateY(${start}px)` }}>
              <span role="cell">
                <Checkbox aria-label={t('choose', { name: row.name })} checked={chosen.has(row.id)} onChange={() => toggle(row.id)} />
              </span>
              <span role="cell" style={{ display: 'flex' }}>
                <DocumentThumbnail projectId={projectId} documentId={row.id} name={row.name} height={44} />
              </span>
              <div className={classes.cell} role="cell">
                <Anchor component={Link} href={`/p/${projectId}/documents/${row.id}`} size="sm" fw={500} c="inherit" title={row.name}>
                  {row.name}
                </Anchor>
                <Text size="xs" c="dimmed" truncate>
                  {t('pages', { pageCount: row.pageCount })}
                  {row.nearDuplicateOf && (
                    <>
                      {' · '}
                      <Anchor component={Link} href={`/p/${projectId}/documents/${row.nearDuplicateOf}`} inherit>
                        <IconCopy size={11} aria-hidden /> {t('nearDuplicate')}
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
              <div className={classes.cell} role="cell" title={splitWords(words, row)}>{splitWords(words, row)}</div>
              <div className={classes.cell} role="cell">
                <StateCell readState={row.readState} readError={row.readError} />
              </div>
              <div className={classes.number} role="cell">{row.readState === 'read' ? row.wordCount.toLocaleString('en-GB') : ''}</div>
              <div className={classes.number} role="cell">{row.readConfidence === null ? '' : `${Math.round(row.readConfidence * 100)} %`}</div>
              <div className={classes.cell} role="cell">{labelWords(words, row)}</div>
            </div>
          );
        })}
      </div>
    </div>
  );
}

function FilterLink({ text, onClick }: { readonly text: string; readonly onClick: () => void }) {
  const t = useTranslations('documents.documentTable');
  return (
    <Anchor component="button" type="button" size="sm" c="inherit" onClick={onClick} title={t('showOnly', { text })}>
      {text}
    </Anchor>
  );
}
