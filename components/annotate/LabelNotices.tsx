'use client';

import { Alert, Anchor, Button, Group, Text } from '@mantine/core';
import Link from 'next/link';
import { useEffect, useState } from 'react';
import type { AnnotationState, AnnotationView } from '@/lib/core/annotation/contract';
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

/** Why an annotation cannot be changed any more. */
const lockedWords = {
  submitted: 'Submitted, waiting for review. It is locked.',
  accepted: 'Accepted: this is gold.',
  settled: 'Reviewed: gold was settled with another version. Yours is kept as it is.',
} as const satisfies Record<Exclude<AnnotationState, 'draft' | 'returned'>, string>;

const lockedText = (state: AnnotationState): string => (state === 'draft' || state === 'returned' ? '' : lockedWords[state]);

/** Unsent work of other documents: named, with the way there, until it is sent. */
export function LeftBehindNotice({ projectId, documentId }: { readonly projectId: string; readonly documentId: string | null }) {
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
        <Text size="sm">Work that never reached the server is kept in this browser. Open it to send it:</Text>
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
  const { annotation, schemaVersion, leasedTo, document, skippedReason } = view;
  return (
    <>
      {flow.error && (
        <Alert className={classes.notice} color="red" role="alert">
          <Group gap="sm">
            <Text size="sm">
              {isApiError(flow.error) || !(flow.error instanceof TypeError)
                ? flow.error.message
                : 'The server cannot be reached. Your work is kept in this browser; try again in a moment.'}
            </Text>
            {isApiError(flow.error, 'conflict') && (
              <Button size="compact-xs" variant="default" onClick={flow.reload}>Reload</Button>
            )}
          </Group>
        </Alert>
      )}
      {annotation.state === 'returned' && (
        <Alert className={classes.notice} color="orange" role="status">
          <Text size="sm"><b>Sent back by a reviewer:</b> {annotation.returnNote}</Text>
        </Alert>
      )}
      <ReviewComments projectId={projectId} annotationId={annotation.id} isReturned={annotation.state === 'returned'} pins={pins} onLook={onLook} />
      {leasedTo !== null && canEdit && (
        <Alert className={classes.notice} color="orange" role="status">
          <Text size="sm">{leasedTo} is labelling this document right now. Your annotation is kept apart from theirs.</Text>
        </Alert>
      )}
      {!canEdit && (
        <Alert className={classes.notice} color="gray" role="status">
          <Group gap="sm">
            <Text size="sm">
              {lockedText(annotation.state)}
            </Text>
            {annotation.state === 'submitted' && <Button size="compact-xs" variant="default" onClick={flow.reopen}>Reopen</Button>}
          </Group>
        </Alert>
      )}
      {canEdit && schemaVersion.number < schemaVersion.newestNumber && (
        <Alert className={classes.notice} color="blue" role="status">
          <Group gap="sm">
            <Text size="sm">
              The schema has a version {schemaVersion.newestNumber}. This annotation is kept under version {schemaVersion.number}; nothing is lost either way.
            </Text>
            <Button size="compact-xs" variant="default" onClick={flow.migrate}>Move it to version {schemaVersion.newestNumber}</Button>
          </Group>
        </Alert>
      )}
      {skippedReason !== null && (
        <Alert className={classes.notice} color="gray" role="status"><Text size="sm">Skipped: {skippedReason}. Submitting puts it back.</Text></Alert>
      )}
      {document.readState !== 'read' && (
        <Alert className={classes.notice} color="gray" role="status">
          <Text size="sm">{document.readState === 'failed' ? 'The words of this document could not be read. Type the values.' : 'The words of this document are still being read. You can type already.'}</Text>
        </Alert>
      )}
      <LeftBehindNotice projectId={projectId} documentId={document.id} />
    </>
  );
}
