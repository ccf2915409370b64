import { inScope, type Command, type PlacedCommand } from '../commands/command';

export interface CompareActions {
  /** To the next or previous difference, over the ends of a document. */
  readonly step: (by: 1 | -1) => void;
}

type CompareCommand = Command<CompareActions>;

/** Keys of the page where checkpoints are compared leaf by leaf. */
export const compareCommands = inScope('compare', {
  nextDifference: { name: 'next-difference', title: 'Next difference', group: 'Differences', keys: ['J'], worksWhileTyping: false, run: (on) => on.step(1) },
  previousDifference: { name: 'previous-difference', title: 'Previous difference', group: 'Differences', keys: ['K'], worksWhileTyping: false, run: (on) => on.step(-1) },
} as const satisfies Record<string, CompareCommand>);

export const allCompareCommands: readonly PlacedCommand<CompareActions>[] = Object.values(compareCommands);
