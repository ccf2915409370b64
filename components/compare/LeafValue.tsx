import { IconCheck, IconPlus, IconQuestionMark, IconX } from '@tabler/icons-react';
import type { Leaf } from '@/lib/core/record/json';
import type { LeafOutcome } from '@/lib/core/scoring';
import classes from './compare.module.css';
import type { ComparedCell } from './comparison-view';

export const outcomeGlyphs = { right: IconCheck, wrong: IconX, missing: IconQuestionMark, invented: IconPlus } as const;

export const leafText = (value: Leaf): string => (value === null || value === '' ? '' : String(value));

interface Props {
  readonly cell: ComparedCell | null;
  readonly gold: Leaf;
}

function label(outcome: LeafOutcome, value: string, gold: string): string {
  switch (outcome) {
    case 'right':
      return `right: ${value}`;
    case 'wrong':
      return `wrong: ${value}, gold is ${gold}`;
    case 'missing':
      return `missing: gold is ${gold}`;
    case 'invented':
      return `invented: ${value}`;
  }
}

/** One value in the form that its outcome has everywhere: colour, line, glyph and name. */
export function LeafValue({ cell, gold }: Props) {
  if (!cell) return <span className="hf-muted" aria-label="nothing, as in gold">·</span>;
  const { outcome } = cell;
  const Glyph = outcomeGlyphs[outcome];
  const value = leafText(cell.value);
  const goldText = leafText(gold);
  return (
    <span className={`${classes.value} ${classes[outcome] ?? ''}`} title={outcome} aria-label={label(outcome, value, goldText)}>
      <Glyph size={13} stroke={2.4} aria-hidden />
      <span>{outcome === 'missing' ? goldText : value}</span>
      {outcome === 'wrong' && <span className={classes.struck}>{goldText}</span>}
    </span>
  );
}
