import { fieldKeys } from '@/lib/core/annotation/word-choice';
import { inScope, type Command } from '@/components/commands/command';
import type { LabelActions } from './label-actions';

type LabelCommand = Command<LabelActions>;
const hasWords = ({ words }: LabelActions): boolean => words.count > 0;

/** What keys do with words that are chosen on the page. */
export const wordCommands = inScope('label.words', {
  assignWords: { name: 'assign-words', title: 'Put the words into the field with that key', group: 'Words', keys: fieldKeys, isFixed: true, worksWhileTyping: false, isAvailable: ({ words }, key) => words.count > 0 && (key === undefined || words.hasField(key)), run: (on: LabelActions, key?: string) => (key === undefined ? on.findField() : on.words.putInto(key)) },
  takeWords: { name: 'take-words', title: 'Put the words into the field in focus, go on', group: 'Words', keys: ['Enter'], worksWhileTyping: false, isOnce: true, isAvailable: hasWords, whyNot: ({ words }) => (words.hasFocus ? null : 'No field is in focus.'), run: (on) => on.words.take() },
  growWords: { name: 'grow-words', title: 'One word more', group: 'Words', keys: ['}'], worksWhileTyping: false, isAvailable: hasWords, run: (on) => on.words.grow(1) },
  shrinkWords: { name: 'shrink-words', title: 'One word less', group: 'Words', keys: ['{'], worksWhileTyping: false, isAvailable: hasWords, run: (on) => on.words.grow(-1) },
} as const satisfies Record<string, LabelCommand>);
