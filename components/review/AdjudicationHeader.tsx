'use client';

import { ActionIcon, Button, Indicator, Menu, Select, Text, Tooltip } from '@mantine/core';
import { IconDots, IconList, IconMessageCircle } from '@tabler/icons-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import type { AdjudicationView, ReviewSide } from '@/lib/core/review/contract';
import classes from '@/components/annotate/annotate.module.css';
import { CommandTip } from '@/components/commands/CommandTip';
import { CommandKey } from '@/components/commands/KeyCaps';
import { ShowKeysButton } from '@/components/commands/ShowKeysButton';
import { adjudicationCommands, type AdjudicationActions } from './adjudication-commands';

interface Props {
  readonly projectId: string;
  readonly view: AdjudicationView;
  readonly left: ReviewSide;
  readonly right: ReviewSide;
  readonly actions: AdjudicationActions;
  readonly openThreads: number;
  readonly isOpen: boolean;
  readonly canSettle: boolean;
  readonly undecided: number;
  readonly isBusy: boolean;
  readonly isTalking: boolean;
  readonly onTalk: () => void;
  readonly onChooseSides: (left: string, right: string) => void;
  readonly onAcceptWhole: (annotationId: string) => void;
}

/** Which document, whose two annotations, and the one thing to do. */
export function AdjudicationHeader(props: Props) {
  const t = useTranslations('review.adjudicationHeader');
  const { projectId, view, left, right, actions, openThreads, isOpen, canSettle, undecided, isBusy, isTalking, onTalk } = props;
  const { document, sides } = view;
  const choices = sides.map(({ annotationId, annotatorName }) => ({ value: annotationId, label: annotatorName }));
  return (
    <header className={classes.header}>
      <Tooltip label={t('list')}>
        <ActionIcon component={Link} href={`/p/${projectId}/review`} aria-label={t('list')}><IconList size={18} /></ActionIcon>
      </Tooltip>
      <h1 className={classes.name} style={{ fontSize: 14, margin: 0 }} title={document.name}>{document.name}</h1>
      {sides.length > 2 ? (
        <>
          <Select size="xs" w={150} aria-label={t('left')} data={choices} value={left.annotationId} allowDeselect={false} onChange={(id) => id && id !== right.annotationId && props.onChooseSides(id, right.annotationId)} />
          <Select size="xs" w={150} aria-label={t('right')} data={choices} value={right.annotationId} allowDeselect={false} onChange={(id) => id && id !== left.annotationId && props.onChooseSides(left.annotationId, id)} />
        </>
      ) : (
        <Text size="sm" c="dimmed" truncate style={{ minWidth: 0 }}>{[document.kind, t('twoNames', { left: left.annotatorName, right: right.annotatorName })].filter(Boolean).join(' · ')}</Text>
      )}
      <div style={{ flex: 1 }} />
      <CommandTip command={adjudicationCommands.comment} label={t('commentsWrites')}>
        <Indicator label={openThreads} size={14} color="orange" disabled={openThreads === 0}>
          <ActionIcon aria-label={t('comments')} aria-pressed={isTalking} onClick={onTalk}><IconMessageCircle size={18} /></ActionIcon>
        </Indicator>
      </CommandTip>
      <ShowKeysButton />
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t('more')} disabled={!isOpen}><IconDots size={18} /></ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => actions.takeRest('left')}>{t('takeWhereverNothingDecided', { name: left.annotatorName })}</Menu.Item>
          <Menu.Item onClick={() => actions.takeRest('right')}>{t('takeWhereverNothingDecided', { name: right.annotatorName })}</Menu.Item>
          <Menu.Divider />
          {[left, right].map(({ annotationId, annotatorName }) => (
            <Menu.Item key={annotationId} onClick={() => props.onAcceptWhole(annotationId)}>{t('acceptAs', { name: annotatorName })}</Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button variant="default" style={{ flexShrink: 0 }} disabled={!isOpen} rightSection={<CommandKey command={adjudicationCommands.sendBack} />} onClick={actions.sendBack}>{t('sendBack')}</Button>
      <Button style={{ flexShrink: 0 }} disabled={!canSettle} loading={isBusy} rightSection={<CommandKey command={adjudicationCommands.settle} />} onClick={actions.settle}>
        {undecided > 0 && isOpen ? t('undecidedLeft', { count: undecided }) : t('acceptNext')}
      </Button>
    </header>
  );
}
