'use client';

import { Badge, Button, Loader, Table, Text, Tooltip } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import type { SubmissionEntry } from '@/lib/core/annotation/contract';
import { EmptyState } from '@/components/ui/EmptyState';
import { ErrorNotice } from '@/components/ui/ErrorNotice';
import { RelativeTime } from '@/components/ui/RelativeTime';
import { api } from '@/components/ui/api';
import { submissionStateColors } from './queue-state-colors';
import { annotationUrl } from './saving/send-save';

/** The last hundred documents that the person submitted, with what became of each; open ones can be taken back. */
export function MySubmissions({ projectId }: { readonly projectId: string }) {
  const t = useTranslations('annotate.mySubmissions');
  const states = useTranslations('annotate.queueStates');
  const router = useRouter();
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: ['my-submissions', projectId],
    queryFn: ({ signal }) => api.get<{ entries: readonly SubmissionEntry[] }>(`/api/projects/${projectId}/queue/mine`, undefined, signal),
  });
  const reopen = useMutation({
    mutationFn: (documentId: string) => api.post(`${annotationUrl({ projectId, documentId })}/reopen`),
    onSuccess: async (_answer, documentId) => {
      await queries.invalidateQueries({ queryKey: ['my-submissions', projectId] });
      router.push(`/p/${projectId}/label/${documentId}`);
    },
  });
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loader size="sm" aria-label={t('loadingYourSubmissions')} />;
  if (data.entries.length === 0) {
    return <EmptyState title={t('youHaveNotSubmitted')}>{t('yourLastDocumentsStand')}</EmptyState>;
  }
  return (
    <>
      {reopen.error && <ErrorNotice error={reopen.error} onRetry={() => void refetch()} />}
      <div className="hf-surface">
        <Table highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('document')}</Table.Th><Table.Th>{t('kind')}</Table.Th><Table.Th>{t('state')}</Table.Th><Table.Th>{t('submitted')}</Table.Th><Table.Th>{t('note')}</Table.Th><Table.Th aria-label={t('reopen')} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.entries.map(({ documentId, name, kind, state, submittedAt, returnNote, canReopen }) => (
              <Table.Tr key={documentId}>
                <Table.Td><Text component={Link} href={`/p/${projectId}/label/${documentId}`} size="sm" fw={500}>{name}</Text></Table.Td>
                <Table.Td>{kind}</Table.Td>
                <Table.Td>
                  <Tooltip label={t('reviewedGoldDiffers')} disabled={state !== 'settled'}>
                    <Badge tt="none" variant="light" color={submissionStateColors[state]}>{states(state)}</Badge>
                  </Tooltip>
                </Table.Td>
                <Table.Td>{submittedAt && <RelativeTime at={submittedAt} />}</Table.Td>
                <Table.Td c="dimmed" style={{ overflowWrap: 'anywhere' }}>{returnNote}</Table.Td>
                <Table.Td ta="right">
                  {canReopen && <Button size="compact-xs" variant="default" loading={reopen.isPending && reopen.variables === documentId} onClick={() => reopen.mutate(documentId)}>{t('reopen')}</Button>}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </>
  );
}
