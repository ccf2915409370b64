import { inScope, type Command, type PlacedCommand } from '@/components/commands/command';

export interface AdjudicationActions {
  readonly take: (side: 'left' | 'right') => void;
  readonly takeRest: (side: 'left' | 'right') => void;
  readonly writeOwn: () => void;
  readonly undecide: () => void;
  readonly step: (by: -1 | 1) => void;
  readonly toggleEqual: () => void;
  readonly settle: () => void;
  readonly sendBack: () => void;
  readonly comment: () => void;
  readonly next: () => void;
}

type AdjudicationCommand = Command<AdjudicationActions>;

/** Keys of the screen where two annotations are settled. */
export const adjudicationCommands = inScope('adjudicate', {
  takeLeft: { name: 'take-left', title: 'Take the left', group: 'Fields', keys: ['1', 'ArrowLeft'], worksWhileTyping: false, run: (on) => on.take('left') },
  takeRight: { name: 'take-right', title: 'Take the right', group: 'Fields', keys: ['2', 'ArrowRight'], worksWhileTyping: false, run: (on) => on.take('right') },
  writeOwn: { name: 'write-own', title: 'Type another value', group: 'Fields', keys: ['3', 'Enter'], worksWhileTyping: false, run: (on) => on.writeOwn() },
  undecide: { name: 'undecide', title: 'Take the decision back', group: 'Fields', keys: ['Backspace', 'Delete'], worksWhileTyping: false, run: (on) => on.undecide() },
  nextDifference: { name: 'next-difference', title: 'Next difference', group: 'Fields', keys: ['J', 'ArrowDown'], worksWhileTyping: false, run: (on) => on.step(1) },
  previousDifference: { name: 'previous-difference', title: 'Previous difference', group: 'Fields', keys: ['K', 'ArrowUp'], worksWhileTyping: false, run: (on) => on.step(-1) },
  restLeft: { name: 'rest-left', title: 'Take the left wherever nothing is decided', group: 'Fields', keys: ['Alt+1'], worksWhileTyping: false, run: (on) => on.takeRest('left') },
  restRight: { name: 'rest-right', title: 'Take the right wherever nothing is decided', group: 'Fields', keys: ['Alt+2'], worksWhileTyping: false, run: (on) => on.takeRest('right') },
  toggleEqual: { name: 'toggle-equal', title: 'Only differences, or all', group: 'Fields', keys: ['D'], worksWhileTyping: false, run: (on) => on.toggleEqual() },
  settle: { name: 'settle', title: 'Accept the result, go to the next', group: 'Document', keys: ['Mod+Enter'], worksWhileTyping: true, isOnce: true, run: (on) => on.settle() },
  sendBack: { name: 'send-back', title: 'Send one or both back with a note', group: 'Document', keys: ['B'], worksWhileTyping: false, run: (on) => on.sendBack() },
  comment: { name: 'comment', title: 'Comment on the field in focus', group: 'Document', keys: ['C'], worksWhileTyping: false, run: (on) => on.comment() },
  next: { name: 'next', title: 'Next without a decision', group: 'Document', keys: ['Mod+ArrowRight'], worksWhileTyping: false, isOnce: true, run: (on) => on.next() },
} as const satisfies Record<string, AdjudicationCommand>);

export const allAdjudicationCommands: readonly PlacedCommand<AdjudicationActions>[] = Object.values(adjudicationCommands);
