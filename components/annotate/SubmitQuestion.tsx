'use client';

import { Button, Group, Paper, Text } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { FieldItem } from '@/lib/core/annotation/fields';
import { CommandKey } from '@/components/commands/KeyCaps';
import classes from './annotate.module.css';
import { labelCommands } from './commands/label-commands';
import { spokenName } from './fields/panel-model';

interface Props {
  readonly left: readonly FieldItem[];
  readonly onMarkAbsent: () => void;
  readonly onGoBack: () => void;
}

const named = 6;

/** What nobody looked at, beside the work and not over it. */
export function SubmitQuestion({ left, onMarkAbsent, onGoBack }: Props) {
  const t = useTranslations('annotate.submitQuestion');
  if (left.length === 0) return null;
  const names = left.slice(0, named).map(({ pointer }) => spokenName(pointer));
  const more = left.length > named ? t('andMore', { count: left.length - named }) : '';
  return (
    <Paper className={classes.question} shadow="md" p="sm" withBorder role="status" aria-label={t('beforeSubmitting')}>
      <Text size="sm"><b>{t('notLookedAt', { count: left.length })}</b> {names.join(', ')}{more}</Text>
      <Group gap="xs" mt={8}>
        <Button size="compact-sm" onClick={onMarkAbsent}>{t('markAbsentAndSubmit')}</Button>
        <Button size="compact-sm" variant="default" onClick={onGoBack}>{t('goBack')}</Button>
        <Text size="xs" c="dimmed" component="span"><CommandKey command={labelCommands.submitAndNext} /></Text>
        <Text size="xs" c="dimmed" component="span">{t('againSubmitsAs')}</Text>
      </Group>
    </Paper>
  );
}
