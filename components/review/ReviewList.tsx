'use client';

import { Button, Chip, Group, Loader, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { OriginBadge } from '@/components/annotate/OriginBadge';
import { EmptyState } from '@/components/ui/EmptyState';
import { ErrorNotice } from '@/components/ui/ErrorNotice';
import { PageHeader } from '@/components/ui/PageHeader';
import { RelativeTime } from '@/components/ui/RelativeTime';
import { reviewsQuery, reviewStates, type ReviewState } from './reviews-query';

const stateWords: Readonly<Record<ReviewState, string>> = { submitted: 'to review', accepted: 'accepted', returned: 'sent back' };

/** What annotators handed in, longest waiting first. */
export function ReviewList({ projectId }: { readonly projectId: string }) {
  const router = useRouter();
  const path = usePathname();
  const parameters = useSearchParams();
  const state = reviewStates.find((one) => one === parameters.get('state')) ?? 'submitted';
  const { data, error, refetch } = useQuery(reviewsQuery(projectId, state));
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loader size="sm" aria-label="Loading the list" />;
  const { entries, counts } = data;
  const first = state === 'submitted' ? entries[0] : undefined;
  return (
    <Stack gap="sm">
      <PageHeader
        title="Review"
        detail={`${counts.submitted} to review, ${counts.accepted} accepted, ${counts.returned} sent back`}
        actions={first && <Button component={Link} href={`/p/${projectId}/review/${first.annotationId}`}>Review the next</Button>}
      />
      <Chip.Group value={state} onChange={(next) => router.replace(`${path}?state=${String(next)}`)}>
        <Group gap={6}>
          {reviewStates.map((one) => <Chip key={one} size="xs" value={one}>{stateWords[one]} {counts[one]}</Chip>)}
        </Group>
      </Chip.Group>
      {entries.length === 0 ? (
        <EmptyState title={state === 'submitted' ? 'Nothing waits for review' : `Nothing ${stateWords[state]}`}>
          Annotations appear here when annotators submit them.
        </EmptyState>
      ) : (
        <div className="hf-surface">
          <Table highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Document</Table.Th><Table.Th>Kind</Table.Th><Table.Th>Annotator</Table.Th><Table.Th>Submitted</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {entries.map((entry) => (
                <Table.Tr key={entry.annotationId}>
                  <Table.Td>
                    <Text component={Link} href={`/p/${projectId}/review/${entry.annotationId}`} size="sm" fw={500}>{entry.documentName}</Text>
                  </Table.Td>
                  <Table.Td>{entry.kind}</Table.Td>
                  <Table.Td>
                    <Group gap={6}>{entry.origin === 'person' && entry.annotatorName}<OriginBadge origin={entry.origin} /></Group>
                  </Table.Td>
                  <Table.Td>{entry.submittedAt && <RelativeTime at={entry.submittedAt} />}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </Stack>
  );
}
