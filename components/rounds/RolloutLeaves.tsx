import { Code, Group, ScrollArea, Text } from '@mantine/core';
import { IconCircleDashed, IconCirclePlus, IconX } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { InspectedLeaf, InspectedRollout } from '@/lib/core/round/inspect-rollout';
import type { Leaf } from '@/lib/core/record/json';

const glyphs = {
  wrong: <IconX size={14} color="var(--hf-wrong)" aria-hidden />,
  missing: <IconCircleDashed size={14} color="var(--hf-muted)" aria-hidden />,
  invented: <IconCirclePlus size={14} color="var(--hf-near)" aria-hidden />,
} as const;

const say = (value: Leaf): string => (value === null || value === '' ? '—' : String(value));

function LeafLine({ leaf }: { readonly leaf: InspectedLeaf & { readonly outcome: keyof typeof glyphs } }) {
  const t = useTranslations('rounds.rolloutInspector');
  const { pointer, outcome, gold, said } = leaf;
  return (
    <div>
      <Group gap={6} wrap="nowrap">
        {glyphs[outcome]}
        <Text size="xs" c="dimmed">
          {t(`outcomes.${outcome}`)}
        </Text>
        <Code fz={11}>{pointer}</Code>
      </Group>
      <Text size="sm" pl={20}>
        {outcome !== 'missing' && <><bdi>{say(said)}</bdi> </>}
        {outcome !== 'invented' && <span dir="auto" style={{ color: 'var(--hf-right)' }}>{t('gold', { value: say(gold) })}</span>}
      </Text>
    </div>
  );
}

/** Leaf by leaf what the completion says otherwise than gold, as the reward counts it. */
export function RolloutLeaves({ inspected }: { readonly inspected: InspectedRollout }) {
  const t = useTranslations('rounds.rolloutInspector');
  return (
    <>
      <Text size="sm">{t('counts', { right: inspected.right, other: inspected.leaves.length })}</Text>
      <ScrollArea.Autosize mah={480} viewportProps={{ tabIndex: 0 }}>
        {inspected.leaves.map((leaf, place) =>
          leaf.outcome === 'right' ? null : <LeafLine key={`${leaf.pointer}-${place}`} leaf={{ ...leaf, outcome: leaf.outcome }} />,
        )}
      </ScrollArea.Autosize>
    </>
  );
}
