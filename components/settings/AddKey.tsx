'use client';

import { Button, Group, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { conflictsOf, type KeyConflict } from '@/lib/core/commands/conflicts';
import type { CommandInfo } from '@/lib/core/commands/command-info';
import type { Key } from '@/lib/core/commands/key';
import { refusalOf } from '@/lib/core/commands/reserved-keys';
import { scopes } from '@/lib/core/commands/scopes';
import { allCommands } from '../commands/all-commands';
import { KeyCaps } from '../commands/KeyCaps';
import { useKeys } from '../commands/keys-context';
import { useKeyRecorder } from './use-key-recorder';

interface Props {
  readonly command: CommandInfo;
  readonly onAdd: (key: Key, losing: readonly CommandInfo[]) => void;
  readonly onClose: () => void;
}

function describe({ command, kind }: KeyConflict): string {
  const name = `“${command.title}”`;
  if (kind === 'same') return command.isFixed ? `${name} has it and cannot give it up.` : `${name} has it and would lose it.`;
  return kind === 'outer' ? `Hides ${name} (${scopes[command.scope].title}) wherever this works.` : `${name} (${scopes[command.scope].title}) still has it there.`;
}

/** Waits for a key, and says what speaks against it before it is saved. */
export function AddKey({ command, onAdd, onClose }: Props) {
  const { own, isMac, usable } = useKeys();
  const [isListening, setListening] = useState(true);
  const [asked, setAsked] = useState<Key | null>(null);
  const pressed = useKeyRecorder(isListening, onClose);
  const confirm = useRef<HTMLButtonElement>(null);
  const refusal = pressed === null ? null : usable(command).includes(pressed) ? 'It has this key already.' : refusalOf(pressed, isMac);
  useEffect(() => {
    if (pressed === null || refusal !== null) return;
    if (conflictsOf(allCommands, own, command, pressed).length === 0) return onAdd(pressed, []);
    setAsked(pressed);
    setListening(false);
    // A key was pressed: what to do about it is then said, or another is asked for.
  }, [pressed, refusal, own, command, onAdd]);
  useEffect(() => confirm.current?.focus(), [asked]);

  if (asked === null) {
    return (
      <Group gap="xs" wrap="nowrap" role="status">
        {pressed !== null && <KeyCaps value={pressed} />}
        <Text size="sm" {...(refusal === null ? {} : { c: 'red' })}>{refusal ?? 'Press the key.'}</Text>
        <Text size="xs" c="dimmed">{refusal === null ? 'Esc leaves it.' : 'Press another, or Esc.'}</Text>
      </Group>
    );
  }
  const conflicts = conflictsOf(allCommands, own, command, asked);
  const same = conflicts.filter(({ kind }) => kind === 'same').map((conflict) => conflict.command);
  const isTaken = same.some(({ isFixed }) => isFixed);
  return (
    <div role="status">
      <Group gap="xs" align="flex-start" wrap="nowrap">
        <KeyCaps value={asked} />
        <div>
          {conflicts.map((conflict) => (
            <Text key={`${conflict.command.scope}/${conflict.command.name}`} size="sm">{describe(conflict)}</Text>
          ))}
        </div>
      </Group>
      <Group gap="xs" mt={6}>
        {!isTaken && (
          <Button ref={confirm} size="compact-xs" onClick={() => onAdd(asked, same)}>{same.length > 0 ? 'Take it' : 'Use it all the same'}</Button>
        )}
        <Button
          ref={isTaken ? confirm : null}
          size="compact-xs"
          variant="default"
          onClick={() => {
            setAsked(null);
            setListening(true);
          }}
        >
          Another key
        </Button>
        <Button size="compact-xs" variant="subtle" onClick={onClose}>Leave it</Button>
      </Group>
    </div>
  );
}
