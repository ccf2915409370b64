'use client';

import { ActionIcon, Badge, Button, Group, Table, Text, Tooltip } from '@mantine/core';
import { IconPlus, IconRestore, IconX } from '@tabler/icons-react';
import { commandId, type CommandInfo } from '@/lib/core/commands/command-info';
import { giveKey, keysOf, mostKeys, takeKey, type KeyChanges } from '@/lib/core/commands/own-keys';
import { isKept } from '@/lib/core/commands/reserved-keys';
import { KeyCaps } from '../commands/KeyCaps';
import { useKeys } from '../commands/keys-context';
import { AddKey } from './AddKey';
import classes from './keys.module.css';

interface Props {
  readonly command: CommandInfo;
  readonly isAdding: boolean;
  readonly onAdding: (isAdding: boolean) => void;
  readonly onChange: (changes: KeyChanges, message: string) => void;
}

/** One command: its keys, one more, one less, or its own again. */
export function KeyRow({ command, isAdding, onAdding, onChange }: Props) {
  const { own, isMac, spell } = useKeys();
  const keys = keysOf(command, own);
  const isChanged = !command.isFixed && Object.hasOwn(own, commandId(command));
  return (
    <Table.Tr data-command={commandId(command)}>
      <Table.Td className={classes.title}>
        <Text size="sm" lh="inherit">{command.title}</Text>
      </Table.Td>
      <Table.Td>
        <Group gap={6} mih={24}>
          {keys.map((key) => (
            <span key={key} className={classes.key} data-kept={isKept(key, isMac)} title={isKept(key, isMac) ? 'This computer keeps this key for itself.' : undefined}>
              <KeyCaps value={key} />
              {!command.isFixed && (
                <ActionIcon size={24} aria-label={`Remove ${spell(key)} from ${command.title}`} onClick={() => onChange(takeKey(own, command, key), `${spell(key)} no longer does “${command.title}”.`)}>
                  <IconX size={11} />
                </ActionIcon>
              )}
            </span>
          ))}
          {keys.length === 0 && <Text size="xs" c="dimmed">no key</Text>}
          {isChanged && <Badge size="xs" variant="light" tt="none">your own</Badge>}
        </Group>
        {isAdding && (
          <div className={classes.adding}>
            <AddKey
              command={command}
              onClose={() => onAdding(false)}
              onAdd={(key, losing) => {
                onAdding(false);
                onChange(giveKey(own, command, key, losing), `${spell(key)} does “${command.title}”.`);
              }}
            />
          </div>
        )}
      </Table.Td>
      <Table.Td className={classes.tools}>
        {command.isFixed ? (
          <Text size="xs" c="dimmed" ta="end">fixed</Text>
        ) : (
          <Group gap={4} wrap="nowrap" justify="flex-end">
            {isChanged && (
              <Tooltip label="Its own keys again">
                <ActionIcon size={24} aria-label={`Restore the keys of ${command.title}`} onClick={() => onChange({ [commandId(command)]: null }, `“${command.title}” has its own keys again.`)}>
                  <IconRestore size={16} />
                </ActionIcon>
              </Tooltip>
            )}
            <Button
              size="compact-xs"
              variant="subtle"
              leftSection={<IconPlus size={12} />}
              aria-label={`Add a key to ${command.title}`}
              disabled={isAdding || keys.length >= mostKeys}
              onClick={() => onAdding(true)}
            >
              Add a key
            </Button>
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
