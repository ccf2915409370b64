'use client';

import { Button, Group, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { conflictsOf, type KeyConflict } from '@/lib/core/commands/conflicts';
import type { CommandInfo } from '@/lib/core/commands/command-info';
import type { Key } from '@/lib/core/commands/key';
import { refusalOf } from '@/lib/core/commands/reserved-keys';
import { scopes } from '@/lib/core/commands/scopes';
import type { Translate } from '@/messages/translate';
import { allCommands } from '../commands/all-commands';
import { KeyCaps } from '../commands/KeyCaps';
import { useKeys } from '../commands/keys-context';
import { useKeyRecorder } from './use-key-recorder';

interface Props {
  readonly command: CommandInfo;
  readonly onAdd: (key: Key, losing: readonly CommandInfo[]) => void;
  readonly onClose: () => void;
}

function describe(t: Translate<'settings.addKey'>, { command, kind }: KeyConflict): string {
  const name = `“${command.title}”`;
  if (kind === 'same') return command.isFixed ? t('hasAndCannotGive', { name }) : t('hasAndWouldLose', { name });
  return kind === 'outer' ? t('hidesWhereverWorks', { name, title: scopes[command.scope].title }) : t('stillHas', { name, title: scopes[command.scope].title });
}

/** Waits for a key, and says what speaks against it before it is saved. */
export function AddKey({ command, onAdd, onClose }: Props) {
  const t = useTranslations('settings.addKey');
  const { own, isMac, usable } = useKeys();
  const [isListening, setListening] = useState(true);
  const [asked, setAsked] = useState<Key | null>(null);
  const pressed = useKeyRecorder(isListening, onClose);
  const confirm = useRef<HTMLButtonElement>(null);
  const refusal = pressed === null ? null : usable(command).includes(pressed) ? t('hasKeyAlready') : refusalOf(pressed, isMac);
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
        <Text size="sm" {...(refusal === null ? {} : { c: 'red' })}>{refusal ?? t('pressKey')}</Text>
        <Text size="xs" c="dimmed">{refusal === null ? t('escLeaves') : t('pressAnotherOrEsc')}</Text>
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
            <Text key={`${conflict.command.scope}/${conflict.command.name}`} size="sm">{describe(t, conflict)}</Text>
          ))}
        </div>
      </Group>
      <Group gap="xs" mt={6}>
        {!isTaken && (
          <Button ref={confirm} size="compact-xs" onClick={() => onAdd(asked, same)}>{same.length > 0 ? t('takeIt') : t('useAllSame')}</Button>
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
          {t('anotherKey')}
        </Button>
        <Button size="compact-xs" variant="subtle" onClick={onClose}>{t('leaveIt')}</Button>
      </Group>
    </div>
  );
}
