'use client';

import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { LeafVerdict } from '@/lib/core/metrics/typed-errors';
import { api } from '../ui/api';
import { EmptyState } from '../ui/EmptyState';
import { ErrorNotice } from '../ui/ErrorNotice';
import { DocumentComparison } from './DocumentComparison';
import { DocumentList } from './DocumentList';
import classes from './compare.module.css';
import type { DocumentRow } from './comparison-view';
import type { CompareAddress } from './use-compare-url';

interface Props {
  readonly projectId: string;
  readonly address: CompareAddress;
  readonly onChange: (change: Partial<CompareAddress>) => void;
}

const most = 500;

/** The documents of the filter, and the one that is open. */
export function DocumentPanes({ projectId, address, onChange }: Props) {
  const t = useTranslations('compare.documentPanes');
  const outcomeWords = useTranslations('compare.outcomes');
  const { ids, split, suite, against, outcome } = address;
  const query = { ids: ids.join(','), split, suite, against, outcome, take: most };
  const { data, error, refetch } = useQuery({
    queryKey: ['compared-documents', projectId, query],
    queryFn: ({ signal }) =>
      api.get<{ documents: readonly DocumentRow[]; next: string | null }>(`/api/projects/${projectId}/comparison/documents`, query, signal),
  });
  const [entry, setEntry] = useState<'first' | 'last'>('first');
  const openLine = useCallback((line: number) => onChange({ line }), [onChange]);
  const choose = (verdict: LeafVerdict | null): void => onChange({ verdict, line: null });
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  const rows = data.documents;
  if (rows.length === 0) {
    return (
      <EmptyState title={outcome ? t('noValue', { outcome: outcomeWords(`${outcome}.name`) }) : t('noDocumentToCompare')}>
        {outcome ? t('takeFilterOff') : t('splitHasNoGold')}
      </EmptyState>
    );
  }
  const current = address.documentId ?? rows[0]?.documentId ?? '';
  const leave = (direction: 1 | -1): void => {
    const next = rows[rows.findIndex(({ documentId }) => documentId === current) + direction];
    setEntry(direction === 1 ? 'first' : 'last');
    if (next) onChange({ documentId: next.documentId, line: null });
  };
  const open = (documentId: string): void => {
    setEntry('first');
    onChange({ documentId, line: null });
  };
  return (
    <>
      <div className={classes.panes} data-many={address.ids.length > 2}>
        <DocumentList rows={rows} current={current} onOpen={open} />
        <DocumentComparison
          projectId={projectId}
          address={address}
          documentId={current}
          entry={entry}
          onLine={openLine}
          onVerdict={choose}
          onLeave={leave}
        />
      </div>
      {data.next && (
        <Text size="xs" c="dimmed" mt={4}>
          {t('firstDocumentsListedUse', { most })}
        </Text>
      )}
    </>
  );
}
