'use client';

import { Button, Group, Popover, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '../ui/api';
import { ErrorNotice } from '../ui/ErrorNotice';
import { documentsKey } from './use-documents';
import { splitName } from './words';

interface Props {
  readonly projectId: string;
  readonly chosen: ReadonlySet<string>;
  /** Names of the transfer suites that there are. */
  readonly suites: readonly string[];
  readonly onDone: () => void;
}

interface Target {
  readonly split: string;
  readonly suite?: string;
}

const choice = { variant: 'subtle', color: 'gray', justify: 'flex-start', fw: 400 } as const;
const targets = ['pool', 'validation', 'test'] as const;

/** What can be done with the documents chosen. */
export function SplitMenu({ projectId, chosen, suites, onDone }: Props) {
  const t = useTranslations('documents.splitMenu');
  const words = useTranslations('documents.words');
  const client = useQueryClient();
  const [newSuite, setNewSuite] = useState('');
  const move = useMutation({
    mutationFn: (target: Target) =>
      api.put<{ moved: number; alongWithGroup: number }>(`/api/projects/${projectId}/documents/split`, { documentIds: [...chosen], ...target }),
    onSuccess: async ({ moved, alongWithGroup }, { split, suite }) => {
      const target = suite ? t('transferSuite', { suite }) : splitName(words, split);
      notifications.show({ message: alongWithGroup > 0 ? t('documentsWithGroups', { moved, target, others: alongWithGroup }) : t('documentsInNow', { moved, target }) });
      onDone();
      await client.invalidateQueries({ queryKey: documentsKey(projectId) });
    },
  });
  return (
    <Group gap="xs">
      <Text size="sm">{t('chosen', { count: chosen.size })}</Text>
      <Popover shadow="sm" width={270} position="bottom-end" trapFocus returnFocus>
        <Popover.Target>
          <Button variant="default" loading={move.isPending}>
            {t('moveToSplit')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown p={4}>
          <Stack gap={0}>
            {targets.map((split) => (
              <Button key={split} {...choice} onClick={() => move.mutate({ split })}>
                {splitName(words, split)}
              </Button>
            ))}
            <Text size="xs" c="dimmed" px="xs" py={6}>{t('transferSuiteNeverTrained')}</Text>
            {suites.map((suite) => (
              <Button key={suite} {...choice} title={suite} onClick={() => move.mutate({ split: 'transfer', suite })}>
                {suite}
              </Button>
            ))}
          </Stack>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (newSuite.trim() !== '') move.mutate({ split: 'transfer', suite: newSuite.trim() });
            }}
          >
            <Group gap={4} px="xs" py={4} wrap="nowrap">
              <TextInput
                size="xs"
                w={170}
                aria-label={t('nameOfNewSuite')}
                placeholder={t('newSuite')}
                maxLength={100}
                value={newSuite}
                onChange={(event) => setNewSuite(event.currentTarget.value)}
              />
              <Button size="compact-sm" type="submit" variant="default" disabled={newSuite.trim() === ''} loading={move.isPending}>
                {t('move')}
              </Button>
            </Group>
          </form>
        </Popover.Dropdown>
      </Popover>
      <Button variant="subtle" color="gray" onClick={onDone}>
        {t('chooseNone')}
      </Button>
      {move.error && <ErrorNotice error={move.error} />}
    </Group>
  );
}
