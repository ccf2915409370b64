'use client';

import { Badge, Button, Group, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCloudOff, IconLoader2 } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { isSameParts, useStore } from '@/components/ui/store';
import type { Session } from './session/create-session';
import { unsyncedEdits } from '@/lib/core/annotation/sync';

interface Props {
  readonly session: Session;
}

/** What the server has of this document, always visible and always true. */
export function SaveState({ session }: Props) {
  const t = useTranslations('annotate.saveState');
  const { owed, trouble, revision } = useStore(
    session,
    ({ sync }) => ({ owed: unsyncedEdits(sync), trouble: sync.trouble, revision: sync.base.revision }),
    isSameParts,
  );
  if (trouble?.kind === 'refused') {
    return (
      <Group gap={6} wrap="nowrap" role="status" aria-label={t('stateOfSaving')}>
        <Tooltip label={trouble.message} multiline maw={360}>
          <Badge color="red" variant="light" tt="none" leftSection={<IconAlertTriangle size={12} />}>
            {t('notSavedKeptHere', { edits: t('edits', { count: owed }) })}
          </Badge>
        </Tooltip>
        <Button size="compact-xs" variant="default" onClick={session.retry}>{t('tryAgain')}</Button>
      </Group>
    );
  }
  const [color, icon, text, hint] =
    trouble?.kind === 'conflict'
      ? ['orange', <IconAlertTriangle key="i" size={12} />, t('conflictYourChoiceNeeded'), t('savedFromElsewhereMeanwhile')]
      : trouble?.kind === 'offline'
        ? ['orange', <IconCloudOff key="i" size={12} />, t('offlineUnsynced', { owed }), t('keptInBrowserThey', { edits: t('edits', { count: owed }) })]
        : owed > 0
          ? ['gray', <IconLoader2 key="i" size={12} />, t('saving'), t('onWayKept', { edits: t('edits', { count: owed }) })]
          : ['green', <IconCheck key="i" size={12} />, t('saved'), t('serverHasEverythingRevision', { revision })];
  return (
    <Tooltip label={hint}>
      <Badge color={color} variant="light" tt="none" leftSection={icon} role="status" aria-label={t('stateOfSaving')}>
        {text}
      </Badge>
    </Tooltip>
  );
}
