'use client';

import { Alert, Anchor, Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { api } from '../ui/api';
import { ErrorNotice } from '../ui/ErrorNotice';
import { PageHeader } from '../ui/PageHeader';
import { documentImagePath, documentPreviewPath } from '../ui/paths';
import { RelativeTime } from '../ui/RelativeTime';
import { StateCell } from './StateCell';
import classes from './documents.module.css';
import type { DocumentDetail } from './types';
import { splitWords } from './words';

interface Props {
  readonly projectId: string;
  readonly document: DocumentDetail;
  readonly canManage: boolean;
  readonly canLabel: boolean;
}

const states = ['draft', 'submitted', 'accepted', 'returned'] as const;

/** One document: its pages, who labelled it, which checkpoints predicted it. */
export function DocumentPage({ projectId, document, canManage, canLabel }: Props) {
  const t = useTranslations('documents.documentPage');
  const words = useTranslations('documents.words');
  const stateName = (state: string): string => {
    const known = states.find((name) => name === state);
    return known ? t(`states.${known}`) : state;
  };
  const router = useRouter();
  const base = `/api/projects/${projectId}/documents/${document.id}`;
  const readAgain = useMutation({ mutationFn: () => api.post(`${base}/read-again`), onSuccess: () => router.refresh() });
  const remove = useMutation({
    mutationFn: () => api.del(base),
    onSuccess: () => {
      notifications.show({ message: t('wasRemoved', { name: document.name }) });
      router.push(`/p/${projectId}/documents`);
    },
  });
  const confidence = document.readConfidence === null ? '' : t('ocrConfidence', { readConfidence: Math.round(document.readConfidence * 100) });
  const wordCount = document.pages.reduce((sum, page) => sum + page.wordCount, 0);
  const failed = readAgain.error ?? remove.error;
  return (
    <div>
      <PageHeader
        title={document.name}
        detail={
          <Group gap="xs">
            {document.kind && <Badge variant="default" tt="none">{document.kind}</Badge>}
            {document.split !== null && <Badge variant="default" tt="none">{splitWords(words, document)}</Badge>}
            {document.groupKey && (
              <Anchor component={Link} href={`/p/${projectId}/documents?group=${encodeURIComponent(document.groupKey)}`} size="sm">
                {t('group', { groupKey: document.groupKey })}
              </Anchor>
            )}
            <StateCell readState={document.readState} readError={document.readError} />
            <span>
              {t.rich('wordsImported', { wordCount, confidence, time: () => <RelativeTime at={document.createdAt} /> })}
            </span>
          </Group>
        }
        actions={
          <>
            {canManage && document.annotations?.length === 0 && (
              <Button variant="default" loading={remove.isPending} onClick={() => remove.mutate()}>
                {t('remove')}
              </Button>
            )}
            {canLabel && (
              <Button component={Link} href={`/p/${projectId}/label/${document.id}`}>
                {t('label')}
              </Button>
            )}
          </>
        }
      />
      <Stack gap="sm">
        {failed && <ErrorNotice error={failed} />}
        {document.readState === 'failed' && (
          <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} />} title={t('ocrGaveUp')}>
            <Text size="sm">{document.readError}</Text>
            {canManage && (
              <Button mt="xs" variant="default" loading={readAgain.isPending} onClick={() => readAgain.mutate()}>
                {t('readAgain')}
              </Button>
            )}
          </Alert>
        )}
        {document.nearDuplicateOf && (
          <Text size="sm">
            {t.rich('nearDuplicateOfAnother', { link: (chunks) => <Anchor component={Link} href={`/p/${projectId}/documents/${document.nearDuplicateOf}`} inherit>{chunks}</Anchor> })}
          </Text>
        )}
        <div className={classes.columns}>
          <ol className={classes.pages}>
            {document.pages.map(({ index, width, height, readState, wordSource, wordCount }) => (
              <li key={index}>
                <a className={classes.card} href={documentImagePath(projectId, document.id, index)} target="_blank" rel="noreferrer">
                  <img className={classes.pagePicture} src={documentPreviewPath(projectId, document.id, index)} alt={t('page', { index: index + 1 })} loading="lazy" />
                  <Text size="sm" fw={500} mt={6}>
                    {t('page', { index: index + 1 })}
                  </Text>
                  <Text size="xs" c="dimmed">
                    {t('pageSize', { width, height, state: wordSource ? t(`sources.${wordSource}`, { count: wordCount }) : words(`readStates.${readState}`) })}
                  </Text>
                </a>
              </li>
            ))}
          </ol>
          <Stack gap="sm">
            {document.annotations && (
              <section className={`hf-surface ${classes.panel ?? ''}`}>
                <Title order={2} mb="xs">
                  {t('labels')}
                </Title>
                {document.annotations.length === 0 && (
                  <Text size="sm" c="dimmed">
                    {document.queueItem ? t('nobodyYetNumber', { position: document.queueItem.position }) : t('nobodyYet')}
                  </Text>
                )}
                {document.annotations.map(({ id, annotator, state, origin, updatedAt }) => (
                  <Group key={id} justify="space-between" py={4}>
                    <Text size="sm">
                      {annotator.name}
                      {origin === 'person' ? '' : ` (${origin})`}
                    </Text>
                    <Text size="sm" c="dimmed">
                      {stateName(state)} · <RelativeTime at={updatedAt} />
                    </Text>
                  </Group>
                ))}
              </section>
            )}
            {document.predictions && (
              <section className={`hf-surface ${classes.panel ?? ''}`}>
                <Title order={2} mb="xs">
                  {t('predictions')}
                </Title>
                {document.predictions.length === 0 && (
                  <Text size="sm" c="dimmed">
                    {t('noCheckpointHasPredicted')}
                  </Text>
                )}
                {document.predictions.map(({ checkpointId, checkpoint, createdAt }) => (
                  <Group key={checkpointId} justify="space-between" py={4}>
                    <Text size="sm">
                      {t('checkpoint', { number: checkpoint.number, name: checkpoint.name })}
                    </Text>
                    <Text size="sm" c="dimmed">
                      <RelativeTime at={createdAt} />
                    </Text>
                  </Group>
                ))}
              </section>
            )}
          </Stack>
        </div>
      </Stack>
    </div>
  );
}
