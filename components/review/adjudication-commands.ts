import { inScope, type Command, type PlacedCommand } from '@/components/commands/command';
import { translator } from '@/messages/translator';

const t = translator('review.adjudicationCommands');
const groups = translator('commands.groups');

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
  takeLeft: { name: 'take-left', title: t('titles.takeLeft'), group: groups('fields'), keys: ['1', 'ArrowLeft'], worksWhileTyping: false, run: (on) => on.take('left') },
  takeRight: { name: 'take-right', title: t('titles.takeRight'), group: groups('fields'), keys: ['2', 'ArrowRight'], worksWhileTyping: false, run: (on) => on.take('right') },
  writeOwn: { name: 'write-own', title: t('titles.writeOwn'), group: groups('fields'), keys: ['3', 'Enter'], worksWhileTyping: false, run: (on) => on.writeOwn() },
  undecide: { name: 'undecide', title: t('titles.undecide'), group: groups('fields'), keys: ['Backspace', 'Delete'], worksWhileTyping: false, run: (on) => on.undecide() },
  nextDifference: { name: 'next-difference', title: t('titles.nextDifference'), group: groups('fields'), keys: ['J', 'ArrowDown'], worksWhileTyping: false, run: (on) => on.step(1) },
  previousDifference: { name: 'previous-difference', title: t('titles.previousDifference'), group: groups('fields'), keys: ['K', 'ArrowUp'], worksWhileTyping: false, run: (on) => on.step(-1) },
  restLeft: { name: 'rest-left', title: t('titles.restLeft'), group: groups('fields'), keys: ['Alt+1'], worksWhileTyping: false, run: (on) => on.takeRest('left') },
  restRight: { name: 'rest-right', title: t('titles.restRight'), group: groups('fields'), keys: ['Alt+2'], worksWhileTyping: false, run: (on) => on.takeRest('right') },
  toggleEqual: { name: 'toggle-equal', title: t('titles.toggleEqual'), group: groups('fields'), keys: ['D'], worksWhileTyping: false, run: (on) => on.toggleEqual() },
  settle: { name: 'settle', title: t('titles.settle'), group: groups('document'), keys: ['Mod+Enter'], worksWhileTyping: true, isOnce: true, run: (on) => on.settle() },
  sendBack: { name: 'send-back', title: t('titles.sendBack'), group: groups('document'), keys: ['B'], worksWhileTyping: false, run: (on) => on.sendBack() },
  comment: { name: 'comment', title: t('titles.comment'), group: groups('document'), keys: ['C'], worksWhileTyping: false, run: (on) => on.comment() },
  next: { name: 'next', title: t('titles.next'), group: groups('document'), keys: ['Mod+ArrowRight'], worksWhileTyping: false, isOnce: true, run: (on) => on.next() },
} as const satisfies Record<string, AdjudicationCommand>);

export const allAdjudicationCommands: readonly PlacedCommand<AdjudicationActions>[] = Object.values(adjudicationCommands);
