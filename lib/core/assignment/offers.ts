import { honeypotPosition, type GivenHoneypot, type QueuePlace } from './personal-queue';
import { type AssignmentRules, wantedAnnotators } from './rules';
import { isOpenTo, type QueueDocument } from './seats';

interface Question {
  readonly userId: string;
  readonly now: Date;
  /** The document at hand: the search goes on behind it, and never offers it again. */
  readonly after: string | null;
  readonly rules: AssignmentRules;
}

const isReturnedTo = (document: QueueDocument, userId: string): boolean =>
  document.annotations.some(({ annotatorId, state }) => annotatorId === userId && state === 'returned');

/**
 * Which documents a person may be handed, best first: what a reviewer sent back
 * to them, then what is open behind the document at hand in the order of the
 * queue, then from its start.
 * @param openHoneypots those of the person that are neither answered nor skipped
 * @param position of the document at hand, where it has one
 */
export function orderOffers(
  queue: readonly QueueDocument[],
  openHoneypots: readonly GivenHoneypot[],
  position: number | null,
  { userId, now, after, rules }: Question,
): QueuePlace[] {
  const returned = queue.filter((document) => isReturnedTo(document, userId));
  const given = new Set(openHoneypots.map(({ documentId }) => documentId));
  const open: QueuePlace[] = [
    ...queue.filter(
      (document) =>
        !given.has(document.documentId) && isOpenTo(document, userId, wantedAnnotators(rules, document.documentId), now),
    ),
    ...openHoneypots.map((honeypot) => ({ documentId: honeypot.documentId, position: honeypotPosition(honeypot) })),
  ].sort((a, b) => a.position - b.position);
  const behind = open.filter((place) => position !== null && place.position > position);
  const unique = new Map<string, QueuePlace>();
  for (const { documentId, position: place } of [...returned, ...behind, ...open]) {
    if (documentId !== after && !unique.has(documentId)) unique.set(documentId, { documentId, position: place });
  }
  return [...unique.values()];
}
