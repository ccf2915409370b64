'use client';

import { Button, Group, NumberInput, SegmentedControl, Text } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { fieldsOf } from '@/lib/core/annotation/fields';
import { questionsOf } from '@/lib/core/annotation/questions';
import { sureFrom as suggestedFrom } from '@/lib/core/annotation/suggestions';
import { walkOrders } from '@/lib/core/annotation/walk-order';
import { isSameParts } from '@/components/ui/store';
import { CommandTip } from '@/components/commands/CommandTip';
import { SuggestedBy } from '@/components/prelabels/SuggestedBy';
import { labelCommands } from '../commands/label-commands';
import type { Preferences } from '../use-preferences';
import classes from './fields.module.css';
import type { PanelModel } from './panel-model';
import { usePanel, usePanelLater } from './PanelProvider';

interface Props {
  /** Undefined where the panel is there to read. */
  readonly preferences: Preferences | undefined;
  readonly onAcceptAll: (() => void) | undefined;
}

function progressOf({ schema, content }: PanelModel) {
  const questions = questionsOf(fieldsOf(schema, content.record), content);
  return {
    asked: questions.length,
    answered: questions.filter(({ answer }) => answer !== null).length,
    absent: questions.filter(({ answer }) => answer === 'absent').length,
  };
}

/** How far the document is; with suggestions also which to take at once and in which order to look at them. */
export function PanelHeader({ preferences, onAcceptAll }: Props) {
  const t = useTranslations('annotate.panelHeader');
  const { asked, answered, absent } = usePanelLater(progressOf, isSameParts);
  const open = usePanel((model) => model.open);
  const suggestedBy = usePanel((model) => model.suggestedBy);
  const openCount = Object.keys(open.leaves).length + Object.keys(open.lists).length;
  const sure = preferences ? suggestedFrom(open, preferences.sureFrom) : null;
  const sureCount = sure ? sure.leaves.length + sure.lists.length : 0;
  return (
    <Group className={classes.header} gap="xs" wrap="wrap">
      <Text size="xs" c="dimmed" role="status" aria-label={t('progress')}>
        {t('ofAnswered', { answered, asked })}{absent > 0 && t('absent', { count: absent })}
        {openCount > 0 && t('suggested', { count: openCount })}
      </Text>
      {preferences && openCount > 0 && (
        <Group gap={6} ml="auto" wrap="nowrap">
          <SegmentedControl
            size="xs"
            aria-label={t('orderOfWalking')}
            data={walkOrders.map((value) => ({ value, label: t(`orders.${value}`) }))}
            value={preferences.order}
            onChange={(value) => preferences.setOrder(value === 'least-sure' ? 'least-sure' : 'schema')}
          />
          <CommandTip command={labelCommands.acceptAll} label={t('suggestionsAtLeastSure')}>
            <NumberInput
              size="xs"
              w={74}
              min={0}
              max={100}
              step={5}
              suffix=" %"
              aria-label={t('sureFrom')}
              value={Math.round(preferences.sureFrom * 100)}
              onChange={(value) => typeof value === 'number' && preferences.setSureFrom(Math.min(100, Math.max(0, value)) / 100)}
            />
          </CommandTip>
          <Button size="compact-xs" variant="light" disabled={sureCount === 0} aria-label={t('acceptSureSuggestions', { count: sureCount })} onClick={onAcceptAll}>{t('accept', { count: sureCount })}</Button>
        </Group>
      )}
      {suggestedBy && <SuggestedBy model={suggestedBy} />}
    </Group>
  );
}
