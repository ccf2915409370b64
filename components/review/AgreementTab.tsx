'use client';

import { Alert, Button, Group, Loader, Select, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import type { AgreementView } from '@/lib/core/review/contract';
import { useUrlFilters } from '@/components/settings/use-url-filters';
import { EmptyState } from '@/components/ui/EmptyState';
import { ErrorNotice } from '@/components/ui/ErrorNotice';
import { api } from '@/components/ui/api';
import { AnnotatorTable } from './AnnotatorTable';
import { FieldAgreementTable } from './FieldAgreementTable';
import { PairTable } from './PairTable';

interface Props {
  readonly projectId: string;
  readonly seesHoneypots: boolean;
}

const everybody = 'everybody';

/** How far annotators agree: by field, by pair, and each of them with gold. */
export function AgreementTab({ projectId, seesHoneypots }: Props) {
  const { values, set } = useUrlFilters(['a', 'b'] as const);
  const { a, b } = values;
  const { data, error, refetch } = useQuery({
    queryKey: ['agreement', projectId, a, b],
    queryFn: ({ signal }) => api.get<AgreementView>(`/api/projects/${projectId}/reviews/agreement`, { a, b }, signal),
    placeholderData: (before) => before,
  });
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loader size="sm" aria-label="Comparing annotators" />;
  const { documents, fields, pairs, annotators, leftOut } = data;
  if (annotators.length === 0) {
    return <EmptyState title="Nobody has submitted anything yet">How far annotators agree, and how far each agrees with gold, is told here once they have.</EmptyState>;
  }
  const chosen = a && b ? `${a},${b}` : everybody;
  return (
    <Stack gap="lg">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" c="dimmed">
          {documents === 1 ? 'One document' : `${documents} documents`} labelled by two people or more
          {leftOut > 0 && (leftOut === 1 ? '; one record could not be compared' : `; ${leftOut} records could not be compared`)}
        </Text>
        {pairs.length > 1 && (
          <Select
            aria-label="Between whom"
            value={chosen}
            allowDeselect={false}
            w={260}
            onChange={(pair) => {
              const [first = null, second = null] = pair && pair !== everybody ? pair.split(',') : [];
              set({ a: first, b: second });
            }}
            data={[
              { value: everybody, label: 'Between all annotators' },
              ...pairs.map(({ annotatorIds, names }) => ({ value: annotatorIds.join(','), label: `${names[0]} and ${names[1]}` })),
            ]}
          />
        )}
      </Group>
      {pairs.length === 0 ? (
        <Alert color="gray" title="No two people have labelled the same document">
          <Group gap="sm">
            <Text size="sm">Let a share of the queue be labelled by two people; agreement by field appears here then.</Text>
            {seesHoneypots && <Button size="compact-sm" variant="default" component={Link} href={`/p/${projectId}/settings?tab=assignment`}>Set the share</Button>}
          </Group>
        </Alert>
      ) : (
        <>
          <section aria-label="By field">
            <Title order={2} mb="xs">By field</Title>
            <FieldAgreementTable fields={fields} />
          </section>
          <section aria-label="By pair">
            <Title order={2} mb="xs">By pair</Title>
            <PairTable pairs={pairs} />
          </section>
        </>
      )}
      <section aria-label="By annotator">
        <Title order={2} mb="xs">By annotator</Title>
        <AnnotatorTable projectId={projectId} annotators={annotators} seesHoneypots={seesHoneypots} />
      </section>
    </Stack>
  );
}
