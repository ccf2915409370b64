'use client';

import { Anchor, Group, Modal, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import Link from 'next/link';
import { useParams } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { commandId, type CommandInfo } from '@/lib/core/commands/command-info';
import { searchTexts } from '@/lib/core/commands/match-text';
import classes from './commands.module.css';
import { KeyCaps } from './KeyCaps';
import { useKeys } from './keys-context';
import { useLiveCommands } from './live-commands';

/** Keys of one command that are shown; arrows in all directions are four. */
const mostShown = 4;

function Keys({ command }: { readonly command: CommandInfo }) {
  const keys = useKeys().usable(command);
  return (
    <Group gap={6} wrap="wrap" justify="flex-end" maw="55%">
      {keys.slice(0, mostShown).map((key) => <KeyCaps key={key} value={key} />)}
      {keys.length > mostShown && <Text size="xs" c="dimmed">…</Text>}
    </Group>
  );
}

function KeysOfPage({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('commands.keysHelp');
  const [query, setQuery] = useState('');
  const live = useLiveCommands();
  const { usable, spell } = useKeys();
  const { projectId } = useParams<{ projectId: string }>();
  const withKeys = live.all().filter((command) => usable(command).length > 0);
  const found = searchTexts(withKeys, query, (command) => `${command.title} ${usable(command).map(spell).join(' ')}`);
  const groups = [...new Set(withKeys.map(({ group }) => group))].filter((group) => found.some((command) => command.group === group));
  return (
    <Stack gap="md">
      <TextInput
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        placeholder={t('searchByWhatDoes')}
        aria-label={t('searchKeys')}
        leftSection={<IconSearch size={14} />}
        data-autofocus
      />
      <div className={classes.groups}>
        {groups.map((group) => (
          <section key={group} className={classes.group} aria-label={group}>
            <Title order={3}>{group}</Title>
            {found
              .filter((command) => command.group === group)
              .map((command) => (
                <Group key={commandId(command)} justify="space-between" wrap="nowrap" gap="md" align="flex-start" className={classes.line}>
                  <Text size="sm">{command.title}</Text>
                  <Keys command={command} />
                </Group>
              ))}
          </section>
        ))}
      </div>
      {groups.length === 0 && <Text size="sm" c="dimmed">{t('noKeyDoes')}</Text>}
      <Group justify="space-between" gap="md" wrap="nowrap" align="flex-start">
        <Text size="xs" c="dimmed">{t('keysTypeCharacterWork')}</Text>
        <Anchor component={Link} href={`/p/${projectId}/settings?tab=keys`} size="xs" onClick={onClose} style={{ whiteSpace: 'nowrap' }}>
          {t('changeKeys')}
        </Anchor>
      </Group>
    </Stack>
  );
}

interface Props {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Every command of the page with its keys, as this person has them. */
export function KeysHelp({ isOpen, onClose }: Props) {
  const t = useTranslations('commands.keysHelp');
  return (
    <Modal opened={isOpen} onClose={onClose} title={t('keysOfPage')} size="xl">
      <KeysOfPage onClose={onClose} />
    </Modal>
  );
}
