'use client';

import { Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { HoneypotResult } from '@/lib/core/assignment/contract';
import type { AnnotatorAgreement } from '@/lib/core/review/contract';
import { ErrorNotice } from '@/components/ui/ErrorNotice';
import { Figure } from '@/components/ui/Figure';
import { api } from '@/components/ui/api';

interface Props {
  readonly projectId: string;
  readonly annotators: readonly AnnotatorAgreement[];
  /** Leads see how known gold was answered; reviewers and annotators do not. */
  readonly seesHoneypots: boolean;
}

function Honeypot({ result }: { readonly result: HoneypotResult | undefined }) {
  const t = useTranslations('review.annotatorTable');
  if (!result) return <Text span size="sm" c="dimmed">{t('noneGiven')}</Text>;
  if (result.f1 === null) return <Text span size="sm" c="dimmed">{t('givenNoneAnswered', { given: result.given })}</Text>;
  return <>{(100 * result.f1).toFixed(0)} <Text span size="xs" c="dimmed">{t('of', { answered: result.answered })}</Text></>;
}

/** Each annotator against gold after review, and against gold that they did not know of. */
export function AnnotatorTable({ projectId, annotators, seesHoneypots }: Props) {
  const t = useTranslations('review.annotatorTable');
  const honeypots = useQuery({
    queryKey: ['honeypots', projectId],
    queryFn: ({ signal }) => api.get<{ results: readonly HoneypotResult[] }>(`/api/projects/${projectId}/assignment/honeypots`, undefined, signal),
    enabled: seesHoneypots,
  });
  return (
    <div className="hf-surface">
      {honeypots.error && <ErrorNotice error={honeypots.error} onRetry={() => void honeypots.refetch()} />}
      <Table verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('annotator')}</Table.Th><Table.Th ta="right">{t('submitted')}</Table.Th><Table.Th ta="right">{t('reviewed')}</Table.Th><Table.Th ta="right">{t('f1WithGold')}</Table.Th>
            {seesHoneypots && <Table.Th ta="right">{t('f1OnHoneypots')}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {annotators.map(({ annotatorId, name, handedIn, withGold }) => (
            <Table.Tr key={annotatorId}>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{name}</Table.Td>
              <Table.Td ta="right">{handedIn}</Table.Td>
              <Table.Td ta="right">{withGold?.documents ?? 0}</Table.Td>
              <Table.Td ta="right">{withGold ? <Figure {...withGold} value={withGold.f1} /> : <Text span size="sm" c="dimmed">{t('nothingReviewedYet')}</Text>}</Table.Td>
              {seesHoneypots && <Table.Td ta="right"><Honeypot result={honeypots.data?.results.find((one) => one.annotatorId === annotatorId)} /></Table.Td>}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="xs" c="dimmed" p="xs">{t('goldStarts')}</Text>
    </div>
  );
}
