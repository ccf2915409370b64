'use client';

import { Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import Link from 'next/link';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { Translate } from '@/messages/translate';
import { documentPreviewPath } from '../ui/paths';
import classes from './documents.module.css';
import type { DocumentRow } from './types';
import { type DocumentWords, labelWords, splitWords } from './words';

interface Props {
  readonly projectId: string;
  readonly documents: readonly DocumentRow[];
  readonly onEnd: () => void;
}

const cardPx = 190;
const rowPx = 292;

const factsOf = (t: Translate<'documents.documentGrid'>, words: DocumentWords, row: DocumentRow): string =>
  [
    row.kind,
    splitWords(words, row),
    row.readState === 'read' ? t('words', { wordCount: row.wordCount }) : words(`readStates.${row.readState}`),
    labelWords(words, row),
    row.nearDuplicateOf ? t('nearDuplicate') : null,
  ]
    .filter(Boolean)
    .join(' · ');

/** Documents as pictures: for looking rather than for looking up. */
export function DocumentGrid({ projectId, documents, onEnd }: Props) {
  const t = useTranslations('documents.documentGrid');
  const words = useTranslations('documents.words');
  const scroller = useRef<HTMLDivElement>(null);
  const { ref, width } = useElementSize();
  const columns = Math.max(1, Math.floor((width - 12) / (cardPx + 12)));
  const rows = useVirtualizer({
    count: Math.ceil(documents.length / columns),
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: 2,
  });
  const items = rows.getVirtualItems();
  const lastSeen = ((items.at(-1)?.index ?? 0) + 1) * columns;
  useEffect(() => {
    if (lastSeen >= documents.length - columns * 2) onEnd();
  }, [lastSeen, documents.length, columns, onEnd]);
  return (
    <div className={`hf-surface ${classes.scroller ?? ''}`} ref={scroller}>
      <div ref={ref} className={classes.rows} style={{ height: rows.getTotalSize() }}>
        {items.map(({ index, start }) => (
          <div key={index} className={classes.cards} style={{ height: rowPx, gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`, transform: `translateY(${start}px)` }}>
            {documents.slice(index * columns, (index + 1) * columns).map((row) => (
              <Link key={row.id} href={`/p/${projectId}/documents/${row.id}`} className={classes.card}>
                <img className={classes.picture} src={documentPreviewPath(projectId, row.id, 0)} alt={t('firstPageOf', { name: row.name })} loading="lazy" />
                <Text size="sm" fw={500} truncate mt={6}>
                  {row.name}
                </Text>
                <Text size="xs" c="dimmed" lineClamp={1}>
                  {factsOf(t, words, row)}
                </Text>
              </Link>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
