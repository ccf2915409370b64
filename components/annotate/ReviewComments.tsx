'use client';

import { Alert, Button, Collapse, Group, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { ThreadCard } from '@/components/review/ThreadCard';
import type { Pins } from '@/components/review/use-pins';
import { useThreads } from '@/components/review/use-threads';
import classes from './annotate.module.css';

interface Props {
  readonly projectId: string;
  readonly annotationId: string;
  /** Sent back: what is said is shown at once. */
  readonly isReturned: boolean;
  readonly pins: Pins;
  /** Brings a leaf into focus. */
  readonly onLook: (pointer: string) => void;
}

/** What reviewers said about places of this annotation, to read, answer and resolve; nothing where nothing was said. */
export function ReviewComments({ projectId, annotationId, isReturned, pins, onLook }: Props) {
  const t = useTranslations('annotate.reviewComments');
  const threads = useThreads(projectId, [annotationId]);
  const [isOpen, setOpen] = useState(isReturned);
  const { opened } = pins;
  useEffect(() => {
    if (opened !== null) setOpen(true);
  }, [opened]);
  const open = threads.threads.filter(({ resolvedAt }) => resolvedAt === null).length;
  if (threads.threads.length === 0) return null;
  return (
    <Alert className={classes.notice} color={open > 0 ? 'orange' : 'gray'} role="region" aria-label={t('commentsOfReviewers')}>
      <Group gap="sm">
        <Text size="sm">{t('openComments', { count: open })}</Text>
        <Button size="compact-xs" variant="default" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>{isOpen ? t('hide') : t('show')}</Button>
      </Group>
      <Collapse expanded={isOpen}>
        <Stack gap={6} mt={6} style={{ maxHeight: '28vh', overflowY: 'auto' }}>
          {threads.threads.map((thread) => (
            <ThreadCard key={thread.id} thread={thread} threads={threads} number={pins.numbers.get(thread.id)} isOpened={opened === thread.id} onLook={({ id, pointer }) => (pointer === null ? pins.open(id) : onLook(pointer))} />
          ))}
        </Stack>
      </Collapse>
    </Alert>
  );
}
