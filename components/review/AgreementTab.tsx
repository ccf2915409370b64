'use client';

import { Alert, Button, Group, Loader, Select, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
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
  const t = useTranslations('review.agreementTab');
  const { values, set } = useUrlFilters(['a', 'b'] as const);
  const { a, b } = values;
  const { data, error, refetch } = useQuery({
    queryKey: ['agreement', projectId, a, b],
    queryFn: ({ signal }) => api.get<AgreementView>(`/api/projects/${projectId}/reviews/agreement`, { a, b }, signal),
    placeholderData: (before) => before,
  });
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loader size="sm" aria-label={t('comparingAnnotators')} />;
  const { documents, fields, pairs, annotators, leftOut } = data;
  if (annotators.length === 0) {
    return <EmptyState title={t('nobodyHasSubmittedAnything')}>{t('howFarAnnotatorsAgree')}</EmptyState>;
  }
  const chosen = a && b ? `${a},${b}` : everybody;
  return (
    <Stack gap="lg">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" c="dimmed">
          {t('documentsLabelled', { count: documents })}
          {leftOut > 0 && t('recordsLeftOut', { count: leftOut })}
        </Text>
        {pairs.length > 1 && (
          <Select
            aria-label={t('betweenWhom')}
            value={chosen}
            allowDeselect={false}
            w={260}
            onChange={(pair) => {
              const [first = null, second = null] = pair && pair !== everybody ? pair.split(',') : [];
              set({ a: first, b: second });
            }}
            data={[
              { value: everybody, label: t('betweenAllAnnotators') },
              ...pairs.map(({ annotatorIds, names }) => ({ value: annotatorIds.join(','), label: t('twoNames', { first: names[0], second: names[1] }) })),
            ]}
          />
        )}
      </Group>
      {pairs.length === 0 ? (
        <Alert color="gray" title={t('noTwoPeople')}>
          <Group gap="sm">
            <Text size="sm">{t('letShareOfQueue')}</Text>
            {seesHoneypots && <Button size="compact-sm" variant="default" component={Link} href={`/p/${projectId}/settings?tab=assignment`}>{t('setShare')}</Button>}
          </Group>
        </Alert>
      ) : (
        <>
          <section aria-label={t('byField')}>
            <Title order={2} mb="xs">{t('byField')}</Title>
            <FieldAgreementTable fields={fields} />
          </section>
          <section aria-label={t('byPair')}>
            <Title order={2} mb="xs">{t('byPair')}</Title>
            <PairTable pairs={pairs} />
          </section>
        </>
      )}
      <section aria-label={t('byAnnotator')}>
        <Title order={2} mb="xs">{t('byAnnotator')}</Title>
        <AnnotatorTable projectId={projectId} annotators={annotators} seesHoneypots={seesHoneypots} />
      </section>
    </Stack>
  );
}
