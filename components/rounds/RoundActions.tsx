'use client';

import { Button, Group, Menu } from '@mantine/core';
import { IconCopy, IconFlag, IconPlayerPause, IconPlayerPlay, IconPlayerStop, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { api } from '../ui/api';
import { ErrorNotice } from '../ui/ErrorNotice';
import type { RoundView } from './round-view';

interface Props {
  readonly projectId: string;
  readonly round: RoundView;
  readonly onRepeat: () => void;
}

/** What a person can ask of a round: pause, stop and keep the best, stop now, resume, repeat. */
export function RoundActions({ projectId, round, onRepeat }: Props) {
  const t = useTranslations('rounds.roundHead');
  const client = useQueryClient();
  const base = `/api/projects/${projectId}/rounds/${round.id}`;
  const ask = useMutation({
    mutationFn: ({ path, body }: { readonly path: string; readonly body?: object }) => api.post(`${base}/${path}`, body),
    onSuccess: () => client.invalidateQueries({ queryKey: ['round', round.id] }),
  });
  const isAsked = round.isCancelRequested || round.stopRequest !== null;
  const canKeepBest = round.recipe.engine !== 'embedded' && round.step > 0 && ['training', 'preparing', 'interrupted'].includes(round.state);
  return (
    <Group gap="xs">
      {round.state === 'paused' && (
        <Button leftSection={<IconPlayerPlay size={16} />} loading={ask.isPending} onClick={() => ask.mutate({ path: 'resume' })}>
          {t('resume')}
        </Button>
      )}
      {!round.isOver && (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <Button variant="default" leftSection={<IconPlayerStop size={16} />} loading={ask.isPending || round.isCancelRequested}>
              {t('stop')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {round.state !== 'paused' && round.state !== 'evaluating' && (
              <Menu.Item
                leftSection={<IconPlayerPause size={16} />}
                disabled={isAsked}
                onClick={() => ask.mutate({ path: 'stop', body: { how: 'pause' } })}
              >
                {t('pause')}
              </Menu.Item>
            )}
            {canKeepBest && (
              <Menu.Item leftSection={<IconFlag size={16} />} disabled={isAsked} onClick={() => ask.mutate({ path: 'stop', body: { how: 'keep-best' } })}>
                {t('keepBest')}
              </Menu.Item>
            )}
            <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={() => ask.mutate({ path: 'cancel' })}>
              {t('cancelRound')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      {(round.isOver || round.state === 'paused') && (
        <Button variant="default" leftSection={<IconCopy size={16} />} onClick={onRepeat}>
          {t('repeatWithChanges')}
        </Button>
      )}
      {ask.error && <ErrorNotice error={ask.error} />}
    </Group>
  );
}
