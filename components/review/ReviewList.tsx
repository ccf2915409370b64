'use client';

import { Badge, Button, Chip, Group, Loader, Stack, Table, Text, Tooltip } from '@mantine/core';
import { IconMessageCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import type { ReviewEntry } from '@/lib/core/annotation/contract';
import { reviewStates } from '@/lib/core/review/review-state';
import { OriginBadge } from '@/components/annotate/OriginBadge';
import { EmptyState } from '@/components/ui/EmptyState';
import { ErrorNotice } from '@/components/ui/ErrorNotice';
import { RelativeTime } from '@/components/ui/RelativeTime';
import { useUrlFilters } from '@/components/settings/use-url-filters';
import { reviewHref, reviewsQuery } from './reviews-query';

function Annotators({ annotations }: Pick<ReviewEntry, 'annotations'>) {
  const t = useTranslations('review.reviewList');
  const [first] = annotations;
  if (annotations.some(({ isAdjudicated }) => isAdjudicated)) {
    const names = annotations.filter(({ isAdjudicated }) => !isAdjudicated).map(({ annotatorName }) => annotatorName);
    return <>{t('settledBy', { names: names.join(', '), reviewer: annotations.find(({ isAdjudicated }) => isAdjudicated)?.annotatorName ?? '' })}</>;
  }
  return (
    <Group gap={6}>
      {annotations.filter(({ origin }) => origin === 'person').map(({ annotatorName }) => annotatorName).join(', ')}
      {first && <OriginBadge origin={first.origin} />}
    </Group>
  );
}

function ReviewRow({ projectId, entry }: { readonly projectId: string; readonly entry: ReviewEntry }) {
  const t = useTranslations('review.reviewList');
  const { annotations, openThreads, wanted } = entry;
  const submittedAt = annotations.at(-1)?.submittedAt;
  return (
    <Table.Tr>
      <Table.Td style={{ minWidth: 160, overflowWrap: 'anywhere' }}>
        <Text component={Link} href={reviewHref(projectId, entry)} size="sm" fw={500}>{entry.documentName}</Text>
      </Table.Td>
      <Table.Td>{entry.kind}</Table.Td>
      <Table.Td><Annotators annotations={annotations} /></Table.Td>
      <Table.Td>
        <Group gap={6} wrap="nowrap">
          {wanted > 1 && <Badge tt="none" variant="light" color="gray" miw="fit-content">{t('of', { count: Math.min(annotations.filter(({ isAdjudicated }) => !isAdjudicated).length, wanted), wanted })}</Badge>}
          {openThreads > 0 && (
            <Tooltip label={t('openComments', { count: openThreads })}>
              <Badge tt="none" variant="light" color="orange" leftSection={<IconMessageCircle size={12} aria-hidden />}>{openThreads}</Badge>
            </Tooltip>
          )}
        </Group>
      </Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{submittedAt && <RelativeTime at={submittedAt} />}</Table.Td>
    </Table.Tr>
  );
}

/** What annotators handed in, document by document, longest waiting first. */
export function ReviewList({ projectId }: { readonly projectId: string }) {
  const t = useTranslations('review.reviewList');
  const states = useTranslations('review.states');
  const { values, set } = useUrlFilters(['state'] as const);
  const state = reviewStates.find((one) => one === values.state) ?? 'submitted';
  const { data, error, refetch } = useQuery(reviewsQuery(projectId, state));
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loader size="sm" aria-label={t('loadingList')} />;
  const { entries, counts } = data;
  const first = state === 'submitted' ? entries[0] : undefined;
  return (
    <Stack gap="sm">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" c="dimmed">{t(counts.waiting > 0 ? 'countsWithWaiting' : 'counts', { submitted: counts.submitted, accepted: counts.accepted, returned: counts.returned, waiting: counts.waiting })}</Text>
        {first && <Button component={Link} href={reviewHref(projectId, first)} style={{ flexShrink: 0 }}>{t('reviewNext')}</Button>}
      </Group>
      <Chip.Group value={state} onChange={(next) => set({ state: next === 'submitted' ? null : String(next) })}>
        <Group gap={6}>
          {reviewStates
            .filter((one) => one !== 'waiting' || counts.waiting > 0 || state === 'waiting')
            .map((one) => <Chip key={one} size="xs" value={one}>{states(one)} {counts[one]}</Chip>)}
        </Group>
      </Chip.Group>
      {entries.length === 0 ? (
        <EmptyState title={t(`empty.${state}.title`)}>{t(`empty.${state}.text`)}</EmptyState>
      ) : (
        <div className="hf-surface">
          <Table highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('document')}</Table.Th><Table.Th>{t('kind')}</Table.Th><Table.Th>{t('annotators')}</Table.Th>
                <Table.Th aria-label={t('annotatorsSoFar')} /><Table.Th>{t('submitted')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {entries.map((entry) => <ReviewRow key={entry.documentId} projectId={projectId} entry={entry} />)}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </Stack>
  );
}
