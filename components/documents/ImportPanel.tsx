'use client';

import { Alert, Anchor, Button, CloseButton, Group, Progress, ScrollArea, Text } from '@mantine/core';
import { IconAlertTriangle, IconCopy, IconInfoCircle } from '@tabler/icons-react';
import Link from 'next/link';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import type { Translate } from '@/messages/translate';
import { ErrorNotice } from '../ui/ErrorNotice';
import classes from './documents.module.css';
import { type ImportRun, importRun } from './import-run';
import type { UploadResult } from './send-file';

const icons = { failed: IconAlertTriangle, duplicate: IconCopy, imported: IconInfoCircle } as const;
const colors = { failed: 'var(--hf-wrong)', duplicate: 'var(--hf-muted)', imported: 'var(--hf-muted)' } as const;

function count(run: ImportRun) {
  const answers = run.files.flatMap(({ answer }) => answer ?? []);
  const of = (outcome: UploadResult['outcome']): number => answers.reduce((sum, { counts }) => sum + counts[outcome], 0);
  const bytes = run.files.reduce((sum, file) => sum + file.bytes, 0);
  const sent = run.files.reduce((sum, file) => sum + file.bytes * (file.state === 'done' ? 1 : file.sent * 0.9), 0);
  return {
    imported: of('imported'),
    duplicates: of('duplicate'),
    failed: of('failed'),
    done: run.files.filter((file) => file.state === 'done').length,
    share: bytes === 0 ? 1 : sent / bytes,
    remarks: answers.flatMap(({ results }) => results).filter((result) => result.message !== null),
    unsaid: answers.reduce((sum, answer) => sum + answer.unsaid, 0),
  };
}

const summary = (t: Translate<'documents.importPanel'>, { imported, duplicates, failed }: ReturnType<typeof count>): string =>
  [t('imported', { imported }), ...(duplicates > 0 ? [t('hereAlready', { duplicates })] : []), ...(failed > 0 ? [t('refused', { failed })] : [])].join(' · ');

/** How an import goes, file by file; what was refused stays listed with the reason. */
export function ImportPanel({ run }: { readonly run: ImportRun }) {
  const t = useTranslations('documents.importPanel');
  const figures = count(run);
  useEffect(() => {
    if (!run.isRunning) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [run.isRunning]);
  const working = run.files.filter((file) => file.state === 'sending' || file.state === 'reading');
  return (
    <section className={`hf-surface ${classes.import ?? ''}`} aria-label={t('import')}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" fw={600} role="status">
          {run.isRunning ? t('importingOfFiles', { done: figures.done, count: run.files.length }) : t('importEnded')} · {summary(t, figures)}
        </Text>
        {run.isRunning ? (
          <Button variant="default" onClick={importRun.cancel}>
            {t('cancel')}
          </Button>
        ) : (
          <CloseButton aria-label={t('closeImport')} onClick={importRun.dismiss} />
        )}
      </Group>
      {run.isRunning && <Progress value={figures.share * 100} mt={6} aria-label={t('bytesSent')} />}
      {working.map((file) => (
        <Text key={file.name} size="xs" c="dimmed" truncate>
          {file.name}: {file.state === 'sending' ? t('sent', { sent: Math.round(file.sent * 100) }) : t('sentPagesBeingTaken')}
        </Text>
      ))}
      {run.error !== null && <ErrorNotice error={run.error} />}
      {figures.remarks.length > 0 && (
        <ScrollArea.Autosize mah={180} mt={6} viewportProps={{ tabIndex: 0 }}>
          <ul className={classes.remarks}>
            {figures.remarks.map(({ name, outcome, message, documentId }, index) => {
              const Icon = icons[outcome];
              return (
                // Names can come twice; the list only grows at its end.
                <li key={`${index}-${name}`}>
                  <Icon size={14} color={colors[outcome]} aria-label={outcome} />
                  <Text size="xs">
                    <b>{name}</b>: {message}{' '}
                    {documentId && outcome !== 'failed' && (
                      <Anchor component={Link} href={`/p/${run.projectId}/documents/${documentId}`} inherit>
                        {t('open')}
                      </Anchor>
                    )}
                  </Text>
                </li>
              );
            })}
          </ul>
        </ScrollArea.Autosize>
      )}
      {figures.unsaid > 0 && (
        <Text size="xs" c="dimmed" mt={6}>
          {t('unsaid', { count: figures.unsaid })}
        </Text>
      )}
      {!run.isRunning && run.files.some((file) => file.state === 'cancelled') && (
        <Alert variant="light" color="gray" mt={6} p="xs">
          {t('filesWereNotSent', { count: run.files.filter((file) => file.state === 'cancelled').length })}
        </Alert>
      )}
    </section>
  );
}
