/** A place in the queue as one annotator sees it. */
export interface QueuePlace {
  readonly documentId: string;
  /** Place in the project's queue; a honeypot stands half a place before another document. */
  readonly position: number;
}

export interface GivenHoneypot {
  readonly documentId: string;
  /** Position of the document that it stands before. */
  readonly position: number;
}

const half = 0.5;

/** Where a honeypot stands among the positions of the queue. */
export const honeypotPosition = ({ position }: GivenHoneypot): number => position - half;

/**
 * The queue as one annotator sees it: their honeypots stand where they were
 * given, and nowhere else, in the order and the numbering of all the others.
 */
export function weaveQueue<Item extends QueuePlace>(items: readonly Item[], honeypots: readonly GivenHoneypot[]): (Item | QueuePlace)[] {
  const given = new Set(honeypots.map(({ documentId }) => documentId));
  const woven = honeypots.map((honeypot) => ({ documentId: honeypot.documentId, position: honeypotPosition(honeypot) }));
  return [...items.filter(({ documentId }) => !given.has(documentId)), ...woven].sort((a, b) => a.position - b.position);
}

export interface PlaceInQueue {
  /** From 1. */
  readonly position: number;
  readonly total: number;
  readonly previousId: string | null;
  readonly nextId: string | null;
}

/**
 * Where a document stands in a woven queue; null where it does not.
 * @param left how many documents were left out of the queue before it, and on the whole: its neighbours must be there
 */
export function placeIn(queue: readonly QueuePlace[], documentId: string, left = { before: 0, all: 0 }): PlaceInQueue | null {
  const at = queue.findIndex((place) => place.documentId === documentId);
  if (at < 0) return null;
  return {
    position: at + 1 + left.before,
    total: queue.length + left.all,
    previousId: queue[at - 1]?.documentId ?? null,
    nextId: queue[at + 1]?.documentId ?? null,
  };
}
