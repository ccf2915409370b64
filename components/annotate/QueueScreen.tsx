'use client';

import { Button, Chip, Group, Loader, Progress, SegmentedControl, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { queueStates, type QueueView } from '@/lib/core/annotation/contract';
import { EmptyState } from '@/components/ui/EmptyState';
import { ErrorNotice } from '@/components/ui/ErrorNotice';
import { PageHeader } from '@/components/ui/PageHeader';
import { api } from '@/components/ui/api';
import { LeftBehindNotice } from './LabelNotices';
import { MySubmissions } from './MySubmissions';
import { QueueTable } from './QueueTable';

interface Props {
  readonly projectId: string;
  readonly canSelect: boolean;
}

/** How often the list asks who is at what, in milliseconds; one of thousands less often. */
const lookAgainMs = { short: 15_000, long: 60_000 };
const longFrom = 2_000;

/** Which list and which of its rows, kept in the URL: `?queue&state=draft&mine=1`, `?queue&view=mine`. */
function useQueueUrl() {
  const router = useRouter();
  const path = usePathname();
  const parameters = useSearchParams();
  const set = (name: string, value: string | null): void => {
    const next = new URLSearchParams(parameters);
    if (value === null) next.delete(name);
    else next.set(name, value);
    router.replace(`${path}?${next}`, { scroll: false });
  };
  return {
    state: queueStates.find((one) => one === parameters.get('state')) ?? null,
    onlyMine: parameters.get('mine') === '1',
    view: parameters.get('view') === 'mine' ? ('mine' as const) : ('queue' as const),
    set,
  };
}

/** The labelling queue in the order of the picks, one's own open work first. */
function Queue({ projectId, canSelect, data }: Props & { readonly data: QueueView }) {
  const t = useTranslations('annotate.queueScreen');
  const states = useTranslations('annotate.queueStates');
  const { state, onlyMine, set } = useQueueUrl();
  const { entries, counts } = data;
  const mine = entries.filter(({ isMine }) => isMine).length;
  const shown = entries.filter((entry) => (state === null || entry.state === state) && (!onlyMine || entry.isMine));
  if (entries.length === 0) {
    return (
      <EmptyState
        title={t('nothingPickedYet')}
        {...(canSelect ? { action: <Button component={Link} href={`/p/${projectId}/select`}>{t('pickDocuments')}</Button> } : {})}
      >
        {t('documentsToLabelPicked', { canSelect: String(canSelect) })}
      </EmptyState>
    );
  }
  return (
    <>
      <Group gap="md">
        <Chip.Group value={state ?? 'all'} onChange={(next) => set('state', next === 'all' ? null : String(next))}>
          <Group gap={6}>
            <Chip size="xs" value="all">{t('all', { count: entries.length })}</Chip>
            {queueStates.filter((one) => counts[one] > 0 || one === state).map((one) => (
              <Chip key={one} size="xs" value={one}>{states(one)} {counts[one]}</Chip>
            ))}
          </Group>
        </Chip.Group>
        <Chip size="xs" checked={onlyMine} onChange={(is) => set('mine', is ? '1' : null)}>{t('mine', { mine })}</Chip>
      </Group>
      {shown.length === 0 ? (
        <EmptyState title={t('noDocumentLike')} action={<Button variant="default" onClick={() => set('state', null)}>{t('showAllStates')}</Button>}>
          {onlyMine ? t('noneOfYours') : t('noneInStateRight')}
        </EmptyState>
      ) : (
        <QueueTable projectId={projectId} entries={shown} />
      )}
    </>
  );
}

/** What there is to label, and what the person has submitted. */
export function QueueScreen({ projectId, canSelect }: Props) {
  const t = useTranslations('annotate.queueScreen');
  const { view, set } = useQueueUrl();
  const { data, error, refetch } = useQuery({
    queryKey: ['queue', projectId],
    queryFn: () => api.get<QueueView>(`/api/projects/${projectId}/queue`),
    refetchInterval: ({ state }) => ((state.data?.entries.length ?? 0) < longFrom ? lookAgainMs.short : lookAgainMs.long),
  });
  if (error && !data) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loader size="sm" aria-label={t('loadingQueue')} />;
  const { entries, counts } = data;
  const done = counts.submitted + counts.accepted;
  const open = counts.waiting + counts.draft + counts.returned;
  return (
    <Stack gap="sm">
      <PageHeader
        title={t('label')}
        detail={t('ofLabelledInReview', { done, count: entries.length, submitted: counts.submitted })}
        actions={open > 0 && <Button component={Link} href={`/p/${projectId}/label`}>{t('continueLeft', { open })}</Button>}
      />
      {entries.length > 0 && <Progress value={(100 * done) / entries.length} size="sm" aria-label={t('labelled')} />}
      <LeftBehindNotice projectId={projectId} documentId={null} />
      {entries.length > 0 && open === 0 && <Text size="sm">{t('everythingOpen')}</Text>}
      <SegmentedControl
        size="xs"
        style={{ alignSelf: 'flex-start' }}
        aria-label={t('whichList')}
        value={view}
        onChange={(next) => set('view', next === 'mine' ? 'mine' : null)}
        data={[{ value: 'queue', label: t('queue') }, { value: 'mine', label: t('myLast') }]}
      />
      {view === 'mine' ? <MySubmissions projectId={projectId} /> : <Queue projectId={projectId} canSelect={canSelect} data={data} />}
    </Stack>
  );
}
