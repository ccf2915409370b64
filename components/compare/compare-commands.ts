import { inScope, type Command, type PlacedCommand } from '../commands/command';
import { translator } from '@/messages/translator';

const t = translator('compare.compareCommands');
const groups = translator('commands.groups');

export interface CompareActions {
  /** To the next or previous difference, over the ends of a document. */
  readonly step: (by: 1 | -1) => void;
}

type CompareCommand = Command<CompareActions>;

/** Keys of the page where checkpoints are compared leaf by leaf. */
export const compareCommands = inScope('compare', {
  nextDifference: { name: 'next-difference', title: t('titles.nextDifference'), group: groups('differences'), keys: ['J'], worksWhileTyping: false, run: (on) => on.step(1) },
  previousDifference: { name: 'previous-difference', title: t('titles.previousDifference'), group: groups('differences'), keys: ['K'], worksWhileTyping: false, run: (on) => on.step(-1) },
} as const satisfies Record<string, CompareCommand>);

export const allCompareCommands: readonly PlacedCommand<CompareActions>[] = Object.values(compareCommands);
