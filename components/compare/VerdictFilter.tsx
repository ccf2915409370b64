import { Group, Text, Tooltip } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { leafVerdicts, type LeafVerdict } from '@/lib/core/metrics/typed-errors';
import { type ComparedLine, letterOf } from './comparison-view';
import { verdictForms } from './verdict-forms';
import classes from './verdicts.module.css';

interface Props {
  readonly lines: readonly ComparedLine[];
  readonly columns: number;
  readonly chosen: LeafVerdict | null;
  readonly onChoose: (verdict: LeafVerdict | null) => void;
}

/** Values of one checkpoint with this verdict. */
function countIn(lines: readonly ComparedLine[], column: number, verdict: LeafVerdict) {
  const found = lines.filter(({ cells }) => cells[column]?.type === verdict);
  return { all: found.length, minor: found.filter(({ severity }) => severity === 'minor').length };
}

/** What the values of this document are, checkpoint by checkpoint: the legend of the marks, and a filter. */
export function VerdictFilter({ lines, columns, chosen, onChoose }: Props) {
  const t = useTranslations('compare.verdictFilter');
  const verdicts = useTranslations('compare.verdicts');
  const letters = Array.from({ length: columns }, (_, column) => letterOf(column));
  return (
    <Group gap={6} px="sm" pb={8} role="group" aria-label={t('filterByWhatWrong')}>
      {leafVerdicts.map((verdict) => {
        const { Glyph, colour } = verdictForms[verdict];
        const counts = letters.map((letter, column) => ({ letter, ...countIn(lines, column, verdict) }));
        const said = counts.map(({ letter, all, minor }) =>
          verdict !== 'right' && minor > 0 ? t('countWithMinor', { letter, all, minor }) : t('count', { letter, all }),
        );
        const isChosen = chosen === verdict;
        return (
          <Tooltip key={verdict} multiline maw={280} label={t('tip', { meaning: verdicts(`${verdict}.meaning`), counts: said.join('; ') })}>
            <button
              type="button"
              className={classes['count']}
              aria-pressed={isChosen}
              disabled={!isChosen && counts.every(({ all }) => all === 0)}
              onClick={() => onChoose(isChosen ? null : verdict)}
            >
              <Glyph size={14} stroke={2.4} color={colour} aria-hidden />
              {verdicts(`${verdict}.name`)}
              <span className={classes['number']}>{counts.map(({ all }) => all).join(columns === 2 ? ' → ' : ' · ')}</span>
            </button>
          </Tooltip>
        );
      })}
      <Text size="xs" c="dimmed">
        {t('legend', { letters: letters.join(columns === 2 ? ' → ' : ' · ') })}
      </Text>
    </Group>
  );
}
