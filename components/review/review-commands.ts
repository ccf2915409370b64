import { inScope, type Command, type PlacedCommand } from '@/components/commands/command';

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
const decided = (on: ReviewActions): string | null => (on.isOpen ? null : 'This annotation is decided already.');

/** The fields are there to read, so letters work in them as well; in a comment they do not. */
export const reviewCommands = inScope('review', {
  accept: { name: 'accept', title: 'Accept, go to the next', group: 'Document', keys: ['A'], worksWhileTyping: true, isOnce: true, whyNot: decided, run: (on) => on.accept() },
  sendBack: { name: 'send-back', title: 'Send back with a note', group: 'Document', keys: ['B'], worksWhileTyping: true, isOnce: true, whyNot: decided, run: (on) => on.sendBack() },
  comment: { name: 'comment', title: 'Comment on the field in focus, or on the page', group: 'Document', keys: ['C'], worksWhileTyping: true, run: (on) => on.comment() },
  commentOnPlace: { name: 'comment-on-place', title: 'Comment on a place: draw a box on the page', group: 'Document', keys: ['P'], worksWhileTyping: true, run: (on) => on.commentOnPlace() },
  leave: { name: 'leave', title: 'Draw no box', group: 'Document', keys: ['Escape'], worksWhileTyping: true, run: (on) => on.leave() },
  next: { name: 'next', title: 'Next without a decision', group: 'Document', keys: ['Mod+ArrowRight'], worksWhileTyping: false, isOnce: true, run: (on) => on.next() },
  nextField: { name: 'next-field', title: 'Next field', group: 'Fields', keys: ['ArrowDown', 'J'], worksWhileTyping: true, run: (on) => on.step(1) },
  previousField: { name: 'previous-field', title: 'Previous field', group: 'Fields', keys: ['ArrowUp', 'K'], worksWhileTyping: true, run: (on) => on.step(-1) },
  zoomIn: { name: 'zoom-in', title: 'Larger', group: 'Page', keys: ['+', '='], worksWhileTyping: true, run: (on) => on.zoom(1.25) },
  zoomOut: { name: 'zoom-out', title: 'Smaller', group: 'Page', keys: ['-'], worksWhileTyping: true, run: (on) => on.zoom(0.8) },
  fit: { name: 'fit', title: 'Whole page', group: 'Page', keys: ['0'], worksWhileTyping: true, run: (on) => on.fit() },
  nextPage: { name: 'next-page', title: 'Next page', group: 'Page', keys: ['PageDown', '>'], worksWhileTyping: true, run: (on) => on.turnPage(1) },
  previousPage: { name: 'previous-page', title: 'Previous page', group: 'Page', keys: ['PageUp', '<'], worksWhileTyping: true, run: (on) => on.turnPage(-1) },
} as const satisfies Record<string, ReviewCommand>);

export const allReviewCommands: readonly PlacedCommand<ReviewActions>[] = Object.values(reviewCommands);
