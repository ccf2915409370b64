'use client';

import { Group, Kbd } from '@mantine/core';
import type { CommandInfo } from '@/lib/core/commands/command-info';
import { showKey, type Key } from '@/lib/core/commands/key';
import { useKeys } from './keys-context';

/** A key as caps, joined as they are pressed. */
export function KeyCaps({ value }: { readonly value: Key }) {
  const { isMac } = useKeys();
  return (
    <Group gap={2} wrap="nowrap" component="span">
      {showKey(value, isMac).map((part) => (
        <Kbd key={part} size="xs">
          {part}
        </Kbd>
      ))}
    </Group>
  );
}

/** The first key of a command as this person has it; nothing where it has none. */
export function CommandKey({ command }: { readonly command: CommandInfo }) {
  const [first] = useKeys().usable(command);
  return first === undefined ? null : <KeyCaps value={first} />;
}
