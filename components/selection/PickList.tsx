'use client';

import { Anchor, Tabs, Text } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import Link from 'next/link';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { DocumentThumbnail } from '../ui/DocumentThumbnail';
import classes from './selection.module.css';
import type { Pick, SelectionDetail } from './types';

interface Props {
  readonly projectId: string;
  readonly picks: readonly Pick[];
  readonly excluded: SelectionDetail['report']['excluded'];
  readonly focused: string | null;
  readonly onFocus: (documentId: string | null) => void;
}

const rowPx = 96;

/** The picks in order, each with its reason and what it adds. */
export function PickList({ projectId, picks, excluded, focused, onFocus }: Props) {
  const t = useTranslations('selection.pickList');
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({ count: picks.length, getScrollElement: () => scroller.current, estimateSize: () => rowPx, overscan: 6 });
  return (
    <Tabs defaultValue="picks" className={`hf-surface ${classes.picks ?? ''}`}>
      <Tabs.List>
        <Tabs.Tab value="picks">{t('picks', { count: picks.length })}</Tabs.Tab>
        <Tabs.Tab value="excluded">{t('keptOut', { count: excluded.length })}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="picks" className={classes.scroller ?? ''} ref={scroller}>
        <ol className={classes.list} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const pick = picks[index];
            if (!pick) return null;
            return (
              <li
                key={pick.documentId}
                className={classes.pick}
                data-focused={focused === pick.documentId}
                style={{ transform: `translateY(${start}px)`, height: rowPx }}
                onMouseEnter={() => onFocus(pick.documentId)}
                onMouseLeave={() => onFocus(null)}
              >
                <DocumentThumbnail projectId={projectId} documentId={pick.documentId} name={pick.document.name} height={80} />
                <div className={classes.pickText}>
                  <Text size="sm" fw={600} truncate>
                    {pick.rank}.{' '}
                    <Anchor component={Link} href={`/p/${projectId}/documents/${pick.documentId}`} inherit>
                      {pick.document.name}
                    </Anchor>
                  </Text>
                  <Text size="xs" c="dimmed">
                    {t('gain', { kind: pick.document.kind ?? t('noKind'), gain: pick.gain.toPrecision(2) })}
                  </Text>
                  <Text size="xs" lineClamp={3}>
                    {pick.reason}
                  </Text>
                </div>
              </li>
            );
          })}
        </ol>
      </Tabs.Panel>
      <Tabs.Panel value="excluded" className={classes.scroller ?? ''} p="xs">
        {excluded.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('noRuleKeptDocument')}
          </Text>
        ) : (
          excluded.map(({ documentId, reason }) => (
            <Text key={documentId} size="xs" py={4}>
              <Anchor component={Link} href={`/p/${projectId}/documents/${documentId}`} inherit>
                {reason}
              </Anchor>
            </Text>
          ))
        )}
      </Tabs.Panel>
    </Tabs>
  );
}
