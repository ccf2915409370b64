'use client';

import { Anchor, Button, Group, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ThreadView } from '@/lib/core/review/threads';
import { RelativeTime } from '@/components/ui/RelativeTime';
import { CommentBox } from './CommentBox';
import { pinName } from './pin-name';
import classes from './review.module.css';
import type { Threads } from './use-threads';

interface Props {
  readonly thread: ThreadView;
  readonly threads: Threads;
  /** Whose annotation it is about, where several are on the screen. */
  readonly about?: string | undefined;
  /** Of its mark on the page. */
  readonly number?: number | undefined;
  /** Opened by its mark: it comes into sight. */
  readonly isOpened?: boolean;
  readonly onLook: (thread: ThreadView) => void;
}

/** One thread: what it is pinned to, what was said, and what can be done about it. */
export function ThreadCard({ thread, threads, about, number, isOpened = false, onLook }: Props) {
  const t = useTranslations('review.threadCard');
  const places = useTranslations('review.places');
  const [isReplying, setReplying] = useState(false);
  const { id, comments, resolvedAt, resolvedByName } = thread;
  const isResolved = resolvedAt !== null;
  const name = pinName(places, thread, number);
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isOpened) card.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpened]);
  return (
    <article ref={card} className={classes['thread']} data-resolved={isResolved} data-opened={isOpened} aria-label={t('commentsOn', { place: name })}>
      <Group gap={6} justify="space-between" wrap="nowrap">
        <Anchor component="button" type="button" size="xs" fw={600} ta="left" onClick={() => onLook(thread)}>{name}</Anchor>
        {about !== undefined && <Text size="xs" c="dimmed" truncate>{about}</Text>}
      </Group>
      {comments.map((comment) => (
        <div key={comment.id} className={classes['comment']}>
          <Text size="xs" c="dimmed">{comment.authorName} · <RelativeTime at={comment.createdAt} /></Text>
          <Text size="sm" className={classes['body']} dir="auto">{comment.body}</Text>
        </div>
      ))}
      {isReplying ? (
        <CommentBox
          label={t('reply')}
          isBusy={threads.isBusy}
          onCancel={() => setReplying(false)}
          onSend={async (body) => {
            await threads.reply(id, body);
            setReplying(false);
          }}
        />
      ) : (
        <Group gap={6}>
          <Button size="compact-xs" variant="default" onClick={() => setReplying(true)}>{t('reply')}</Button>
          <Button size="compact-xs" variant="default" onClick={() => void threads.resolve(id, !isResolved).catch(() => undefined)}>
            {isResolved ? t('openAgain') : t('resolve')}
          </Button>
          {isResolved && <Text size="xs" c="dimmed">{t('resolvedBy', { name: resolvedByName ?? '' })}</Text>}
        </Group>
      )}
    </article>
  );
}
