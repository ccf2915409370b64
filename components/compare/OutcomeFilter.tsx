import { Button, Group, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconChecks, IconX } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { outcomes, type Outcome, type OutcomeCounts } from '@/lib/core/evaluation/outcomes';
import { letterOf } from './comparison-view';

const glyphs = { fixed: IconArrowUp, broken: IconArrowDown, 'both-wrong': IconX, 'both-right': IconChecks } as const;
const colours = { fixed: 'var(--hf-right)', broken: 'var(--hf-wrong)', 'both-wrong': 'var(--hf-near)', 'both-right': 'var(--hf-muted)' } as const;

interface Props {
  readonly counts: OutcomeCounts;
  /** Place of the checkpoint that the first is compared with. */
  readonly against: number;
  readonly chosen: Outcome | null;
  readonly onChoose: (outcome: Outcome | null) => void;
}

/** What became of the values from one checkpoint to the other; each count is a filter. */
export function OutcomeFilter({ counts, against, chosen, onChoose }: Props) {
  const t = useTranslations('compare.outcomeFilter');
  const outcomeWords = useTranslations('compare.outcomes');
  return (
    <Group gap={6} role="group" aria-label={t('filterByOutcome')}>
      {outcomes.map((outcome) => {
        const Glyph = glyphs[outcome];
        const isChosen = chosen === outcome;
        return (
          <Tooltip key={outcome} label={outcomeWords(`${outcome}.meaning`, { before: letterOf(0), after: letterOf(against) })}>
            <Button
              variant={isChosen ? 'light' : 'default'}
              aria-pressed={isChosen}
              leftSection={<Glyph size={15} color={colours[outcome]} aria-hidden />}
              onClick={() => onChoose(isChosen ? null : outcome)}
            >
              {t('count', { outcome: outcomeWords(`${outcome}.name`), count: counts[outcome] })}
            </Button>
          </Tooltip>
        );
      })}
    </Group>
  );
}
