import { inScope, type Command, type PlacedCommand } from '@/components/commands/command';
import { translator } from '@/messages/translator';

const t = translator('review.reviewCommands');
const groups = translator('commands.groups');

export interface ReviewActions {
  /** Whether it still waits for a decision. */
  readonly isOpen: boolean;
  readonly accept: () => void;
  readonly sendBack: () => void;
  readonly comment: () => void;
  readonly commentOnPlace: () => void;
  /** Leaves what was begun. */
  readonly leave: () => void;
  readonly next: () => void;
  readonly step: (by: -1 | 1) => void;
  readonly zoom: (factor: number) => void;
  readonly fit: () => void;
  readonly turnPage: (by: -1 | 1) => void;
}

type ReviewCommand = Command<ReviewActions>;
const decided = (on: ReviewActions): string | null => (on.isOpen ? null : t('whyNot.decided'));

/** The fields are there to read, so letters work in them as well; in a comment they do not. */
export const reviewCommands = inScope('review', {
  accept: { name: 'accept', title: t('titles.accept'), group: groups('document'), keys: ['A'], worksWhileTyping: true, isOnce: true, whyNot: decided, run: (on) => on.accept() },
  sendBack: { name: 'send-back', title: t('titles.sendBack'), group: groups('document'), keys: ['B'], worksWhileTyping: true, isOnce: true, whyNot: decided, run: (on) => on.sendBack() },
  comment: { name: 'comment', title: t('titles.comment'), group: groups('document'), keys: ['C'], worksWhileTyping: true, run: (on) => on.comment() },
  commentOnPlace: { name: 'comment-on-place', title: t('titles.commentOnPlace'), group: groups('document'), keys: ['P'], worksWhileTyping: true, run: (on) => on.commentOnPlace() },
  leave: { name: 'leave', title: t('titles.leave'), group: groups('document'), keys: ['Escape'], worksWhileTyping: true, run: (on) => on.leave() },
  next: { name: 'next', title: t('titles.next'), group: groups('document'), keys: ['Mod+ArrowRight'], worksWhileTyping: false, isOnce: true, run: (on) => on.next() },
  nextField: { name: 'next-field', title: t('titles.nextField'), group: groups('fields'), keys: ['ArrowDown', 'J'], worksWhileTyping: true, run: (on) => on.step(1) },
  previousField: { name: 'previous-field', title: t('titles.previousField'), group: groups('fields'), keys: ['ArrowUp', 'K'], worksWhileTyping: true, run: (on) => on.step(-1) },
  zoomIn: { name: 'zoom-in', title: t('titles.zoomIn'), group: groups('page'), keys: ['+', '='], worksWhileTyping: true, run: (on) => on.zoom(1.25) },
  zoomOut: { name: 'zoom-out', title: t('titles.zoomOut'), group: groups('page'), keys: ['-'], worksWhileTyping: true, run: (on) => on.zoom(0.8) },
  fit: { name: 'fit', title: t('titles.fit'), group: groups('page'), keys: ['0'], worksWhileTyping: true, run: (on) => on.fit() },
  nextPage: { name: 'next-page', title: t('titles.nextPage'), group: groups('page'), keys: ['PageDown', '>'], worksWhileTyping: true, run: (on) => on.turnPage(1) },
  previousPage: { name: 'previous-page', title: t('titles.previousPage'), group: groups('page'), keys: ['PageUp', '<'], worksWhileTyping: true, run: (on) => on.turnPage(-1) },
} as const satisfies Record<string, ReviewCommand>);

export const allReviewCommands: readonly PlacedCommand<ReviewActions>[] = Object.values(reviewCommands);
