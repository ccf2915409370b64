import { fieldKeys } from '@/lib/core/annotation/word-choice';
import { inScope, type Command } from '@/components/commands/command';
import { translator } from '@/messages/translator';
import type { LabelActions } from './label-actions';

const t = translator('annotate.wordCommands');
const groups = translator('commands.groups');

type LabelCommand = Command<LabelActions>;
const hasWords = ({ words }: LabelActions): boolean => words.count > 0;

/** What keys do with words that are chosen on the page. */
export const wordCommands = inScope('label.words', {
  assignWords: { name: 'assign-words', title: t('titles.assignWords'), group: groups('words'), keys: fieldKeys, isFixed: true, worksWhileTyping: false, isAvailable: ({ words }, key) => words.count > 0 && (key === undefined || words.hasField(key)), run: (on: LabelActions, key?: string) => (key === undefined ? on.findField() : on.words.putInto(key)) },
  takeWords: { name: 'take-words', title: t('titles.takeWords'), group: groups('words'), keys: ['Enter'], worksWhileTyping: false, isOnce: true, isAvailable: hasWords, whyNot: ({ words }) => (words.hasFocus ? null : t('whyNot.noFocus')), run: (on) => on.words.take() },
  growWords: { name: 'grow-words', title: t('titles.growWords'), group: groups('words'), keys: ['}'], worksWhileTyping: false, isAvailable: hasWords, run: (on) => on.words.grow(1) },
  shrinkWords: { name: 'shrink-words', title: t('titles.shrinkWords'), group: groups('words'), keys: ['{'], worksWhileTyping: false, isAvailable: hasWords, run: (on) => on.words.grow(-1) },
} as const satisfies Record<string, LabelCommand>);
