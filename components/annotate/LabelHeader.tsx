'use client';

import { ActionIcon, Badge, Button, Group, Text, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp, IconArrowForwardUp, IconChevronLeft, IconChevronRight, IconHistory, IconLayoutBottombar, IconList,
} from '@tabler/icons-react';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { AnnotationView } from '@/lib/core/annotation/contract';
import { CommandTip } from '@/components/commands/CommandTip';
import { CommandKey } from '@/components/commands/KeyCaps';
import { ShowKeysButton } from '@/components/commands/ShowKeysButton';
import { IntentLink } from '@/components/ui/IntentLink';
import classes from './annotate.module.css';
import type { LabelActions } from './commands/label-actions';
import { labelCommands } from './commands/label-commands';
import { OriginBadge } from './OriginBadge';
import { Presence } from './Presence';
import { SaveState } from './SaveState';
import type { Session } from './session/create-session';

interface Props {
  readonly view: AnnotationView;
  readonly session: Session;
  readonly actions: LabelActions;
  readonly canEdit: boolean;
  readonly isBusy: boolean;
}

type Named = (typeof labelCommands)[keyof typeof labelCommands];

function CommandIcon({ command, actions, isDisabled = false, children }: { readonly command: Named; readonly actions: LabelActions; readonly isDisabled?: boolean; readonly children: ReactNode }) {
  return (
    <CommandTip command={command}>
      <ActionIcon aria-label={command.title} disabled={isDisabled} onClick={() => command.run(actions)}>
        {children}
      </ActionIcon>
    </CommandTip>
  );
}

/** Which document, how far, whether it is saved, and the one thing to do. */
export function LabelHeader({ view, session, actions, canEdit, isBusy }: Props) {
  const t = useTranslations('annotate.labelHeader');
  const { document, place, pages, annotation } = view;
  const list = usePathname().replace(/\/[^/]+$/, '?queue');
  return (
    <header className={classes.header}>
      <Tooltip label={t('queue')}>
        <ActionIcon component={IntentLink} href={list} aria-label={t('queue')}><IconList size={18} /></ActionIcon>
      </Tooltip>
      {place && (
        <Group gap={2} wrap="nowrap">
          <CommandIcon command={labelCommands.goPrevious} actions={actions} isDisabled={place.previousId === null}><IconChevronLeft size={16} /></CommandIcon>
          <Text size="sm" c="dimmed">{place.position} / {place.total}</Text>
          <CommandIcon command={labelCommands.goNext} actions={actions} isDisabled={place.nextId === null}><IconChevronRight size={16} /></CommandIcon>
        </Group>
      )}
      <h1 className={classes.name} style={{ fontSize: 14, margin: 0 }} title={document.name}>{document.name}</h1>
      <Text size="sm" c="dimmed">
        {[document.kind, pages.length > 1 ? t('pages', { count: pages.length }) : null].filter(Boolean).join(' · ')}
      </Text>
      <OriginBadge origin={annotation.origin} />
      <Presence documentId={document.id} isLabelling={canEdit} />
      {canEdit ? <SaveState session={session} /> : <Badge tt="none" variant="light" color="gray">{annotation.state}</Badge>}
      <div style={{ flex: 1 }} />
      <Group gap={2} wrap="nowrap">
        <CommandIcon command={labelCommands.undo} actions={actions} isDisabled={!actions.canUndo}><IconArrowBackUp size={18} /></CommandIcon>
        <CommandIcon command={labelCommands.redo} actions={actions} isDisabled={!actions.canRedo}><IconArrowForwardUp size={18} /></CommandIcon>
        <CommandIcon command={labelCommands.history} actions={actions}><IconHistory size={18} /></CommandIcon>
        <CommandIcon command={labelCommands.placeFields} actions={actions}><IconLayoutBottombar size={18} /></CommandIcon>
        <ShowKeysButton />
      </Group>
      {canEdit && (
        <>
          {place && <Button variant="default" onClick={actions.skip}>{t('skip')}</Button>}
          <Button loading={isBusy} rightSection={<CommandKey command={labelCommands.submitAndNext} />} onClick={actions.submitAndNext}>{t('submitNext')}</Button>
        </>
      )}
    </header>
  );
}
