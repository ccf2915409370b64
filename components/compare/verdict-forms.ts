import { IconArrowsUpDown, IconCheck, IconPlus, IconQuestionMark, IconTilde, IconX } from '@tabler/icons-react';
import type { LeafVerdict } from '@/lib/core/metrics/typed-errors';

interface VerdictForm {
  readonly Glyph: typeof IconCheck;
  /** The glyph as a character, for drawing it on a page. */
  readonly sign: string;
  readonly colour: string;
}

/** The form that each verdict has wherever it is shown: colour and glyph. Its name and meaning are `compare.verdicts`. */
export const verdictForms: Readonly<Record<LeafVerdict, VerdictForm>> = {
  right: { Glyph: IconCheck, sign: '✓', colour: 'var(--hf-right)' },
  'near-miss': { Glyph: IconTilde, sign: '~', colour: 'var(--hf-near)' },
  'wrong-value': { Glyph: IconX, sign: '✕', colour: 'var(--hf-wrong)' },
  'wrong-row': { Glyph: IconArrowsUpDown, sign: '↕', colour: 'var(--hf-row)' },
  missing: { Glyph: IconQuestionMark, sign: '?', colour: 'var(--hf-missing)' },
  invented: { Glyph: IconPlus, sign: '+', colour: 'var(--hf-invented)' },
};
