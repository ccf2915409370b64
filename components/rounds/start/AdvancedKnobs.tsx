import { Accordion, Badge, Button, Group, SimpleGrid, Text } from '@mantine/core';
import { IconRestore } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { type OutsideRecipe, recipeOfPreset } from '@/lib/core/round/recipe';
import { isChanged } from './round-draft';
import { type KnobGroupId, type StageKey, type TrlKnob, trlKnobGroups } from './trl-knobs';
import { TrlKnobField } from './TrlKnobField';

interface Props {
  readonly recipe: OutsideRecipe;
  readonly onChange: (recipe: OutsideRecipe) => void;
  /** What a stage asks for beside its numbers. */
  readonly extras: Partial<Readonly<Record<StageKey, ReactNode>>>;
  /** Groups that are open at first. */
  readonly open: readonly KnobGroupId[];
}

/** Every knob that is not among the few that matter, by what it is about; how many were changed shows while a group is closed. */
export function AdvancedKnobs({ recipe, onChange, extras, open }: Props) {
  const t = useTranslations('rounds.advancedKnobs');
  const names = useTranslations('rounds.knobGroups');
  const changedIn = (knobs: readonly TrlKnob[]): number => knobs.filter(({ key }) => isChanged(recipe, key)).length;
  const changed = trlKnobGroups.reduce((sum, { knobs }) => sum + changedIn(knobs), 0);
  return (
    <section aria-label={t('advanced')}>
      <Group justify="space-between" mih={30}>
        <Text size="sm" fw={500}>
          {t('advanced')}
        </Text>
        {changed > 0 && (
          <Button variant="subtle" size="compact-xs" leftSection={<IconRestore size={12} />} onClick={() => onChange({ ...recipeOfPreset(recipe.engine, recipe.preset), seed: recipe.seed })}>
            {t('resetAll')}
          </Button>
        )}
      </Group>
      <Accordion multiple defaultValue={[...open]} variant="contained" order={3}>
        {trlKnobGroups.map(({ id, knobs }) => {
          const count = changedIn(knobs);
          return (
            <Accordion.Item key={id} value={id}>
              <Accordion.Control>
                <Group gap="xs" wrap="nowrap">
                  <div>
                    <Text size="sm">{names(`${id}.name`)}</Text>
                    <Text size="xs" c="dimmed">
                      {names(`${id}.about`)}
                    </Text>
                  </div>
                  {count > 0 && (
                    <Badge size="sm" variant="light" style={{ flexShrink: 0 }}>
                      {t('changed', { count })}
                    </Badge>
                  )}
                </Group>
              </Accordion.Control>
              <Accordion.Panel>
                <SimpleGrid cols={2} spacing="sm" verticalSpacing="sm">
                  {knobs.map((knob) => (
                    <TrlKnobField key={knob.key} knob={knob} recipe={recipe} onChange={onChange}>
                      {knob.kind === 'stage' ? extras[knob.key] : undefined}
                    </TrlKnobField>
                  ))}
                </SimpleGrid>
              </Accordion.Panel>
            </Accordion.Item>
          );
        })}
      </Accordion>
    </section>
  );
}
