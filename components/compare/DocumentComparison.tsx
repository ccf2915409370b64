'use client';

import { Alert, Group, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { LeafVerdict } from '@/lib/core/metrics/typed-errors';
import { CommandKey } from '../commands/KeyCaps';
import { useCommands } from '../commands/use-commands';
import { api } from '../ui/api';
import { ErrorNotice } from '../ui/ErrorNotice';
import { LeafTable } from './LeafTable';
import { PageEvidence } from './PageEvidence';
import { VerdictFilter } from './VerdictFilter';
import { allCompareCommands, compareCommands } from './compare-commands';
import classes from './compare.module.css';
import { type DocumentView, isStop } from './comparison-view';
import { type CompareAddress, lineNow } from './use-compare-url';

interface Props {
  readonly projectId: string;
  readonly address: CompareAddress;
  readonly documentId: string;
  /** Which of its differences comes into focus where the address names none. */
  readonly entry: 'first' | 'last';
  readonly onLine: (line: number) => void;
  readonly onVerdict: (verdict: LeafVerdict | null) => void;
  /** No further difference here: on to the next (1) or the last (−1) document. */
  readonly onLeave: (direction: 1 | -1) => void;
}

/** Page on one side, gold and the checkpoints leaf by leaf on the other. */
export function DocumentComparison({ projectId, address, documentId, entry, onLine, onVerdict, onLeave }: Props) {
  const t = useTranslations('compare.documentComparison');
  const { ids, against, outcome, verdict, line } = address;
  const filter = { outcome, verdict };
  const [hovered, setHovered] = useState<number | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: ['compared-document', projectId, ids, against, documentId],
    queryFn: ({ signal }) =>
      api.get<DocumentView>(`/api/projects/${projectId}/comparison/documents/${documentId}`, { ids: ids.join(','), against }, signal),
    staleTime: 60_000,
  });
  const stops = (data?.leaves ?? []).flatMap((leaf, place) => (isStop(leaf, filter) ? [place] : []));
  const start = entry === 'first' ? stops[0] : stops.at(-1);
  useEffect(() => {
    if (line === null && start !== undefined) onLine(start);
  }, [line, start, onLine]);
  const step = (direction: 1 | -1): void => {
    const here = lineNow() ?? (direction === 1 ? -1 : Infinity);
    const next = direction === 1 ? stops.find((place) => place > here) : stops.findLast((place) => place < here);
    if (next === undefined) onLeave(direction);
    else onLine(next);
  };
  useCommands(allCompareCommands, { step });
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) {
    return (
      <>
        <Skeleton className={classes.pane} />
        <Skeleton className={classes.pane} />
      </>
    );
  }
  return (
    <>
      <PageEvidence key={documentId} projectId={projectId} view={data} shown={hovered ?? line} />
      <section className={`hf-surface ${classes.pane}`} data-scroll-pane aria-label={data.document.name}>
        <Group justify="space-between" px="sm" py={6} wrap="nowrap">
          <Text size="sm" fw={600} truncate>
            {data.document.name}
          </Text>
          <Group gap={4} wrap="nowrap" flex="none">
            <CommandKey command={compareCommands.nextDifference} />
            <CommandKey command={compareCommands.previousDifference} />
            <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
              {t('nextAndPreviousDifference')}
            </Text>
          </Group>
        </Group>
        {data.unscorable && (
          <Alert color="orange" m="sm" title={t('documentInNoFigure')}>
            {data.unscorable}
          </Alert>
        )}
        <VerdictFilter lines={data.leaves} columns={ids.length} chosen={verdict} onChoose={onVerdict} />
        <LeafTable lines={data.leaves} columns={ids.length} filter={filter} focused={line} onFocus={onLine} onHover={setHovered} />
      </section>
    </>
  );
}
