'use client';

import { Avatar, Tooltip } from '@mantine/core';
import { useParams } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { usePresence } from './use-presence';

interface Props {
  readonly documentId: string;
  /** Whether the person labels here; reading takes no place. */
  readonly isLabelling: boolean;
}

const most = 3;
const initials = (name: string): string =>
  name.split(/\s+/).filter(Boolean).slice(0, 2).map((part) => part[0]?.toUpperCase()).join('');

/** Who else is at the document right now; nothing where nobody is. */
export function Presence({ documentId, isLabelling }: Props) {
  const t = useTranslations('annotate.presence');
  const { projectId } = useParams<{ projectId: string }>();
  const presence = usePresence(projectId, documentId, isLabelling);
  if (!presence || presence.others.length === 0) return null;
  const names = presence.others.map(({ name, hasSeat }) => (hasSeat ? name : t('lookingOn', { name })));
  return (
    <Tooltip label={t('hereRightNow', { names: names.join(', ') })} multiline maw={320}>
      <Avatar.Group spacing={2} role="status" aria-label={t('alsoHere', { names: names.join(', ') })} tabIndex={0}>
        {presence.others.slice(0, most).map(({ name }, index) => <Avatar key={index} size={22} radius="xl" color="grape">{initials(name)}</Avatar>)}
        {presence.others.length > most && <Avatar size={22} radius="xl">+{presence.others.length - most}</Avatar>}
      </Avatar.Group>
    </Tooltip>
  );
}
