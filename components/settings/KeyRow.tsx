'use client';

import { ActionIcon, Badge, Button, Group, Table, Text, Tooltip } from '@mantine/core';
import { IconPlus, IconRestore, IconX } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
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
  const t = useTranslations('settings.keyRow');
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
            <span key={key} className={classes.key} data-kept={isKept(key, isMac)} title={isKept(key, isMac) ? t('computerKeepsKey') : undefined}>
              <KeyCaps value={key} />
              {!command.isFixed && (
                <ActionIcon size={24} aria-label={t('removeFrom', { key: spell(key), title: command.title })} onClick={() => onChange(takeKey(own, command, key), t('noLongerDoes', { key: spell(key), title: command.title }))}>
                  <IconX size={11} />
                </ActionIcon>
              )}
            </span>
          ))}
          {keys.length === 0 && <Text size="xs" c="dimmed">{t('noKey')}</Text>}
          {isChanged && <Badge size="xs" variant="light" tt="none">{t('yourOwn')}</Badge>}
        </Group>
        {isAdding && (
          <div className={classes.adding}>
            <AddKey
              command={command}
              onClose={() => onAdding(false)}
              onAdd={(key, losing) => {
                onAdding(false);
                onChange(giveKey(own, command, key, losing), t('does', { key: spell(key), title: command.title }));
              }}
            />
          </div>
        )}
      </Table.Td>
      <Table.Td className={classes.tools}>
        {command.isFixed ? (
          <Text size="xs" c="dimmed" ta="end">{t('fixed')}</Text>
        ) : (
          <Group gap={4} wrap="nowrap" justify="flex-end">
            {isChanged && (
              <Tooltip label={t('ownKeysAgain')}>
                <ActionIcon size={24} aria-label={t('restoreKeysOf', { title: command.title })} onClick={() => onChange({ [commandId(command)]: null }, t('hasOwnKeysAgain', { title: command.title }))}>
                  <IconRestore size={16} />
                </ActionIcon>
              </Tooltip>
            )}
            <Button
              size="compact-xs"
              variant="subtle"
              leftSection={<IconPlus size={12} />}
              aria-label={t('addKeyTo', { title: command.title })}
              disabled={isAdding || keys.length >= mostKeys}
              onClick={() => onAdding(true)}
            >
              {t('addKey')}
            </Button>
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
