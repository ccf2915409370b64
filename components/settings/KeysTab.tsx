'use client';

import { Button, Group, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { IconRestore, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { commandId } from '@/lib/core/commands/command-info';
import { matchText } from '@/lib/core/commands/match-text';
import { keysOf, restoreAll, undoOf, type KeyChanges } from '@/lib/core/commands/own-keys';
import { scopeNames, scopes } from '@/lib/core/commands/scopes';
import { allCommands } from '../commands/all-commands';
import { useKeys } from '../commands/keys-context';
import { useSaveKeys } from '../commands/use-own-keys';
import { ErrorNotice } from '../ui/ErrorNotice';
import { KeyRow } from './KeyRow';
import classes from './keys.module.css';
import { showUndo } from './show-undo';

/** All keys by the place where they work, to be changed; they are the person's own, in every project. */
export function KeysTab() {
  const t = useTranslations('settings.keysTab');
  const { own, spell } = useKeys();
  const save = useSaveKeys();
  const [query, setQuery] = useState('');
  const [adding, setAdding] = useState<string | null>(null);
  const change = (changes: KeyChanges, message: string): void => {
    const back = undoOf(own, changes);
    save.mutate(changes, { onSuccess: () => showUndo(message, () => save.mutate(back)) });
  };
  const found = allCommands.filter((command) => matchText(query, `${command.title} ${keysOf(command, own).map(spell).join(' ')}`) !== null);
  return (
    <Stack gap="md" maw={900}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" c="dimmed">{t('yourOwnKeys')}</Text>
        <Button
          variant="default"
          leftSection={<IconRestore size={16} />}
          disabled={Object.keys(own).length === 0}
          onClick={() => change(restoreAll(own), t('allCommandsHaveTheir'))}
          style={{ flex: '0 0 auto' }}
        >
          {t('restoreAll')}
        </Button>
      </Group>
      <TextInput
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        placeholder={t('searchByWhatDoes')}
        aria-label={t('searchKeys')}
        leftSection={<IconSearch size={14} />}
      />
      {save.error && <ErrorNotice error={save.error} />}
      {scopeNames.map((scope) => {
        const commands = found.filter((command) => command.scope === scope);
        return commands.length > 0 && (
          <section key={scope} aria-label={scopes[scope].title}>
            <Title order={2} mb={4}>{scopes[scope].title}</Title>
            <div className="hf-surface">
              <Table className={classes.table}>
                <Table.Tbody>
                  {commands.map((command) => (
                    <KeyRow
                      key={commandId(command)}
                      command={command}
                      isAdding={adding === commandId(command)}
                      onAdding={(isAdding) => setAdding(isAdding ? commandId(command) : null)}
                      onChange={change}
                    />
                  ))}
                </Table.Tbody>
              </Table>
            </div>
          </section>
        );
      })}
      {found.length === 0 && <Text size="sm" c="dimmed">{t('noKeyDoes')}</Text>}
    </Stack>
  );
}
