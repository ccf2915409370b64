import { IconArrowsUpDown, IconCheck, IconPlus, IconQuestionMark, IconTilde, IconX } from '@tabler/icons-react';
import type { LeafVerdict } from '@/lib/core/metrics/typed-errors';

interface VerdictForm {
  readonly name: string;
  /** One sentence for people who see it for the first time. */
  readonly meaning: string;
  readonly Glyph: typeof IconCheck;
  /** The glyph as a character, for drawing it on a page. */
  readonly sign: string;
  readonly colour: string;
}

/** The form that each verdict has wherever it is shown: colour, glyph and name. */
export const verdictForms: Readonly<Record<LeafVerdict, VerdictForm>> = {
  right: { name: 'right', meaning: 'Equal to gold.', Glyph: IconCheck, sign: '✓', colour: 'var(--hf-right)' },
  'near-miss': {
    name: 'near miss',
    meaning: 'The text of gold with some wrong characters: those are marked.',
    Glyph: IconTilde,
    sign: '~',
    colour: 'var(--hf-near)',
  },
  'wrong-value': { name: 'wrong', meaning: 'Something else than gold, which is struck out beside it.', Glyph: IconX, sign: '✕', colour: 'var(--hf-wrong)' },
  'wrong-row': {
    name: 'wrong row',
    meaning: 'The value of another row: the arrow leads there.',
    Glyph: IconArrowsUpDown,
    sign: '↕',
    colour: 'var(--hf-row)',
  },
  missing: { name: 'missing', meaning: 'Gold has a value and the checkpoint has none.', Glyph: IconQuestionMark, sign: '?', colour: 'var(--hf-missing)' },
  invented: { name: 'invented', meaning: 'The checkpoint has a value and gold has none.', Glyph: IconPlus, sign: '+', colour: 'var(--hf-invented)' },
};
