'use client';

import { Text } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import classes from './compare.module.css';
import type { DocumentRow } from './comparison-view';

interface Props {
  readonly rows: readonly DocumentRow[];
  readonly current: string | null;
  readonly onOpen: (documentId: string) => void;
}

/** Documents with most differences first. */
export function DocumentList({ rows, current, onOpen }: Props) {
  const t = useTranslations('compare.documentList');
  const pane = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => pane.current, estimateSize: () => 46, overscan: 8 });
  const place = rows.findIndex(({ documentId }) => documentId === current);
  useEffect(() => {
    if (place >= 0) virtual.scrollToIndex(place, { align: 'auto' });
  }, [place, virtual]);
  return (
    <nav ref={pane} className={`hf-surface ${classes.pane}`} aria-label={t('documents')}>
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const row = rows[index];
          if (!row) return null;
          const { fixed, broken } = row.counts;
          return (
            <button
              key={key}
              type="button"
              className={classes.document}
              aria-current={row.documentId === current}
              style={{ position: 'absolute', top: start, height: 46 }}
              onClick={() => onOpen(row.documentId)}
            >
              <Text size="sm" truncate>
                {row.name}
              </Text>
              <Text size="xs" c="dimmed">
                {t('fixedBrokenBothWrong', { fixed, broken, bothWrong: row.counts['both-wrong'] })}
              </Text>
            </button>
          );
        })}
      </div>
    </nav>
  );
}
