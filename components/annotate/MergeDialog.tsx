'use client';

import { Button, Group, Modal, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { textOfLeaf } from '@/lib/core/annotation/leaf-text';
import type { MergeConflict, Side } from '@/lib/core/annotation/merge-remote';
import type { Json } from '@/lib/core/record/json';
import type { Translate } from '@/messages/translate';
import { spokenName } from './fields/panel-model';

interface Props {
  readonly conflicts: readonly MergeConflict[];
  readonly onSettle: (choices: Readonly<Record<string, Side>>) => void;
}

const show = (t: Translate<'annotate.mergeDialog'>, value: Json | undefined): string =>
  Array.isArray(value) ? t('rows', { count: value.length }) : textOfLeaf(value) || t('empty');

/** Field by field: what stands here, and what was saved from elsewhere. */
export function MergeDialog({ conflicts, onSettle }: Props) {
  const t = useTranslations('annotate.mergeDialog');
  const [choices, setChoices] = useState<Readonly<Record<string, Side>>>({});
  const isComplete = conflicts.every(({ pointer }) => choices[pointer] !== undefined);
  const all = (side: Side) => setChoices(Object.fromEntries(conflicts.map(({ pointer }) => [pointer, side])));
  return (
    <Modal opened onClose={() => undefined} withCloseButton={false} closeOnEscape={false} title={t('savedFromElsewhereMeanwhile')} size="xl">
      <Stack gap="sm">
        <Text size="sm">
          {t('anotherTabChangedThese')}
        </Text>
        <Table withTableBorder>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('field')}</Table.Th>
              <Table.Th>{t('mine')}</Table.Th>
              <Table.Th>{t('theirs')}</Table.Th>
              <Table.Th>{t('keep')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {conflicts.map(({ pointer, mine, theirs }) => (
              <Table.Tr key={pointer}>
                <Table.Td>{spokenName(pointer)}</Table.Td>
                <Table.Td dir="auto">{show(t, mine)}</Table.Td>
                <Table.Td dir="auto">{show(t, theirs)}</Table.Td>
                <Table.Td>
                  <Group gap={4} role="group" aria-label={t('keepFor', { field: spokenName(pointer) })}>
                    {(['mine', 'theirs'] as const).map((side) => (
                      <Button
                        key={side}
                        size="compact-xs"
                        variant={choices[pointer] === side ? 'filled' : 'default'}
                        aria-pressed={choices[pointer] === side}
                        onClick={() => setChoices({ ...choices, [pointer]: side })}
                      >
                        {side === 'mine' ? t('mine') : t('theirs')}
                      </Button>
                    ))}
                  </Group>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => all('mine')}>{t('allMine')}</Button>
          <Button variant="default" onClick={() => all('theirs')}>{t('allTheirs')}</Button>
          <Button disabled={!isComplete} onClick={() => onSettle(choices)}>{t('keepThese')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
