'use client';

import { Button, Group, Paper, Text } from '@mantine/core';
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
  if (left.length === 0) return null;
  const names = left.slice(0, named).map(({ pointer }) => spokenName(pointer));
  const more = left.length > named ? `, and ${left.length - named} more` : '';
  return (
    <Paper className={classes.question} shadow="md" p="sm" withBorder role="status" aria-label="Before submitting">
      <Text size="sm"><b>{left.length} {left.length === 1 ? 'field' : 'fields'} not looked at:</b> {names.join(', ')}{more}</Text>
      <Group gap="xs" mt={8}>
        <Button size="compact-sm" onClick={onMarkAbsent}>Mark absent and submit</Button>
        <Button size="compact-sm" variant="default" onClick={onGoBack}>Go back</Button>
        <Text size="xs" c="dimmed" component="span"><CommandKey command={labelCommands.submitAndNext} /></Text>
        <Text size="xs" c="dimmed" component="span">again submits as it is</Text>
      </Group>
    </Paper>
  );
}
