'use client';

import { Badge, Button, Group, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCloudOff, IconLoader2 } from '@tabler/icons-react';
import { isSameParts, useStore } from '@/components/ui/store';
import type { Session } from './session/create-session';
import { unsyncedEdits } from '@/lib/core/annotation/sync';

interface Props {
  readonly session: Session;
}

const edits = (count: number): string => `${count} ${count === 1 ? 'edit' : 'edits'}`;

/** What the server has of this document, always visible and always true. */
export function SaveState({ session }: Props) {
  const { owed, trouble, revision } = useStore(
    session,
    ({ sync }) => ({ owed: unsyncedEdits(sync), trouble: sync.trouble, revision: sync.base.revision }),
    isSameParts,
  );
  if (trouble?.kind === 'refused') {
    return (
      <Group gap={6} wrap="nowrap" role="status" aria-label="State of saving">
        <Tooltip label={trouble.message} multiline maw={360}>
          <Badge color="red" variant="light" tt="none" leftSection={<IconAlertTriangle size={12} />}>
            not saved: {edits(owed)} kept here
          </Badge>
        </Tooltip>
        <Button size="compact-xs" variant="default" onClick={session.retry}>Try again</Button>
      </Group>
    );
  }
  const [color, icon, text, hint] =
    trouble?.kind === 'conflict'
      ? ['orange', <IconAlertTriangle key="i" size={12} />, 'conflict: your choice is needed', 'Saved from elsewhere meanwhile. Nothing is overwritten.']
      : trouble?.kind === 'offline'
        ? ['orange', <IconCloudOff key="i" size={12} />, `offline: ${owed} unsynced`, `${edits(owed)} kept in this browser. They go out when the server answers again.`]
        : owed > 0
          ? ['gray', <IconLoader2 key="i" size={12} />, 'saving', `${edits(owed)} on the way, kept in this browser until acknowledged.`]
          : ['green', <IconCheck key="i" size={12} />, 'saved', `The server has everything (revision ${revision}).`];
  return (
    <Tooltip label={hint}>
      <Badge color={color} variant="light" tt="none" leftSection={icon} role="status" aria-label="State of saving">
        {text}
      </Badge>
    </Tooltip>
  );
}
