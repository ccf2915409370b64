'use client';

import { Alert, Anchor, Button, Group, Text } from '@mantine/core';
import Link from 'next/link';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { AnnotationView } from '@/lib/core/annotation/contract';
import type { Pins } from '@/components/review/use-pins';
import { isApiError } from '@/components/ui/api';
import classes from './annotate.module.css';
import { findLeftBehind, type LeftBehind } from './saving/local-copy';
import { ReviewComments } from './ReviewComments';
import type { DocumentFlow } from './use-document-flow';

interface Props {
  readonly projectId: string;
  readonly view: AnnotationView;
  readonly flow: DocumentFlow;
  readonly canEdit: boolean;
  /** Comments on places of the pages. */
  readonly pins: Pins;
  /** Brings a leaf into focus. */
  readonly onLook: (pointer: string) => void;
}

/** Unsent work of other documents: named, with the way there, until it is sent. */
export function LeftBehindNotice({ projectId, documentId }: { readonly projectId: string; readonly documentId: string | null }) {
  const t = useTranslations('annotate.labelNotices');
  const [left, setLeft] = useState<readonly LeftBehind[]>([]);
  useEffect(() => {
    let isCurrent = true;
    void findLeftBehind(projectId, documentId).then((found) => isCurrent && setLeft(found));
    return () => {
      isCurrent = false;
    };
  }, [projectId, documentId]);
  if (left.length === 0) return null;
  return (
    <Alert className={classes.notice} color="orange" role="status">
      <Group gap="sm">
        <Text size="sm">{t('workNeverReachedServer')}</Text>
        {left.map((one) => (
          <Anchor key={one.documentId} size="sm" component={Link} href={`/p/${projectId}/label/${one.documentId}`}>
            {one.documentName} ({one.edits})
          </Anchor>
        ))}
      </Group>
    </Alert>
  );
}

/** What stands between the person and the work, each with what to do about it. */
export function LabelNotices({ projectId, view, flow, canEdit, pins, onLook }: Props) {
  const t = useTranslations('annotate.labelNotices');
  const { annotation, schemaVersion, leasedTo, document, skippedReason } = view;
  return (
    <>
      {flow.error && (
        <Alert className={classes.notice} color="red" role="alert">
          <Group gap="sm">
            <Text size="sm">
              {isApiError(flow.error) || !(flow.error instanceof TypeError)
                ? flow.error.message
                : t('serverCannotReachedYour')}
            </Text>
            {isApiError(flow.error, 'conflict') && (
              <Button size="compact-xs" variant="default" onClick={flow.reload}>{t('reload')}</Button>
            )}
          </Group>
        </Alert>
      )}
      {annotation.state === 'returned' && (
        <Alert className={classes.notice} color="orange" role="status">
          <Text size="sm"><b>{t('sentBackByReviewer')}</b> {annotation.returnNote}</Text>
        </Alert>
      )}
      <ReviewComments projectId={projectId} annotationId={annotation.id} isReturned={annotation.state === 'returned'} pins={pins} onLook={onLook} />
      {leasedTo !== null && canEdit && (
        <Alert className={classes.notice} color="orange" role="status">
          <Text size="sm">{t('labellingDocumentRightNow', { name: leasedTo })}</Text>
        </Alert>
      )}
      {!canEdit && (
        <Alert className={classes.notice} color="gray" role="status">
          <Group gap="sm">
            <Text size="sm">
              {annotation.state !== 'draft' && annotation.state !== 'returned' && t(`locked.${annotation.state}`)}
            </Text>
            {annotation.state === 'submitted' && <Button size="compact-xs" variant="default" onClick={flow.reopen}>{t('reopen')}</Button>}
          </Group>
        </Alert>
      )}
      {canEdit && schemaVersion.number < schemaVersion.newestNumber && (
        <Alert className={classes.notice} color="blue" role="status">
          <Group gap="sm">
            <Text size="sm">
              {t('schemaIsNewer', { newest: schemaVersion.newestNumber, number: schemaVersion.number })}
            </Text>
            <Button size="compact-xs" variant="default" onClick={flow.migrate}>{t('moveToVersion', { newest: schemaVersion.newestNumber })}</Button>
          </Group>
        </Alert>
      )}
      {skippedReason !== null && (
        <Alert className={classes.notice} color="gray" role="status"><Text size="sm">{t('skippedSubmittingPutsBack', { reason: skippedReason })}</Text></Alert>
      )}
      {document.readState !== 'read' && (
        <Alert className={classes.notice} color="gray" role="status">
          <Text size="sm">{document.readState === 'failed' ? t('wordsOfDocumentCould') : t('wordsOfDocumentStill')}</Text>
        </Alert>
      )}
      <LeftBehindNotice projectId={projectId} documentId={document.id} />
    </>
  );
}
