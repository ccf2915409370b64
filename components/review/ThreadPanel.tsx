'use client';

import { Button, CloseButton, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ThreadPin, ThreadView } from '@/lib/core/review/threads';
import { ErrorNotice } from '@/components/ui/ErrorNotice';
import { CommentBox } from './CommentBox';
import { pinName } from './pin-name';
import classes from './review.module.css';
import { ThreadCard } from './ThreadCard';
import type { Pins } from './use-pins';
import type { Threads } from './use-threads';

export interface Discussed {
  readonly annotationId: string;
  readonly annotatorName: string;
  /** What a new comment would be pinned to in this annotation. */
  readonly pin: ThreadPin;
}

interface Props {
  readonly threads: Threads;
  /** One annotation, or the two that stand side by side. */
  readonly discussed: readonly Discussed[];
  readonly isWriting: boolean;
  readonly onWrite: (isWriting: boolean) => void;
  readonly onLook: (thread: ThreadView) => void;
  /** Comments that are pinned to boxes of the page. */
  readonly pins: Pick<Pins, 'numbers' | 'opened' | 'drawing'>;
  /** Begins or ends drawing a box for a new comment; left out where there is no canvas to draw on. */
  readonly onDraw?: (isDrawing: boolean) => void;
  readonly onClose: () => void;
}

/** What reviewers and annotators say to each other, open threads first. */
export function ThreadPanel({ threads, discussed, isWriting, onWrite, onLook, pins, onDraw, onClose }: Props) {
  const t = useTranslations('review.threadPanel');
  const places = useTranslations('review.places');
  const [to, setTo] = useState<string | null>(null);
  const target = discussed.find(({ annotationId }) => annotationId === to) ?? discussed[0];
  const ordered = [...threads.threads].sort((a, b) => Number(a.resolvedAt !== null) - Number(b.resolvedAt !== null));
  const nameOf = (thread: ThreadView): string | undefined =>
    discussed.length > 1 ? discussed.find(({ annotationId }) => annotationId === thread.annotationId)?.annotatorName : undefined;
  return (
    <aside className={classes['threads']} aria-label={t('comments')}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" fw={600}>{t('comments')}</Text>
        <CloseButton size="sm" aria-label={t('closeComments')} onClick={onClose} />
      </Group>
      {threads.error && <ErrorNotice error={threads.error} />}
      {target && isWriting && (
        <Stack gap={6}>
          {discussed.length > 1 && (
            <SegmentedControl
              size="xs"
              aria-label={t('toWhom')}
              value={target.annotationId}
              onChange={setTo}
              data={discussed.map(({ annotationId, annotatorName }) => ({ value: annotationId, label: t('to', { name: annotatorName }) }))}
            />
          )}
          <CommentBox
            label={t('commentOn', { place: pinName(places, target.pin) })}
            isBusy={threads.isBusy}
            onCancel={() => onWrite(false)}
            onSend={async (body) => {
              await threads.start(target.annotationId, target.pin, body);
              onWrite(false);
            }}
          />
        </Stack>
      )}
      {!isWriting && <Button size="compact-sm" variant="default" onClick={() => onWrite(true)}>{target ? t('commentOn', { place: pinName(places, target.pin) }) : t('commentOnIt')}</Button>}
      {!isWriting && onDraw && !pins.drawing && <Button size="compact-sm" variant="default" onClick={() => onDraw(true)}>{t('markPlace')}</Button>}
      {onDraw && pins.drawing && (
        <Stack gap={6} role="status">
          <Text size="xs">{t('drawBox')}</Text>
          <Button size="compact-xs" variant="default" onClick={() => onDraw(false)}>{t('stopDrawing')}</Button>
        </Stack>
      )}
      {ordered.length === 0 && (
        <Text size="xs" c="dimmed">
          {t('nothingSaidYetAnnotator')}
        </Text>
      )}
      {ordered.map((thread) => (
        <ThreadCard key={thread.id} thread={thread} threads={threads} about={nameOf(thread)} number={pins.numbers.get(thread.id)} isOpened={pins.opened === thread.id} onLook={onLook} />
      ))}
    </aside>
  );
}
