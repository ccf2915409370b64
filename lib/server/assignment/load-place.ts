import { honeypotPosition, placeIn, weaveQueue, type GivenHoneypot, type PlaceInQueue, type QueuePlace } from '@/lib/core/assignment/personal-queue';
import { findHoneypots } from '../repositories/honeypot';
import { findAround, findQueueItem } from '../repositories/queue';

export interface OwnPlace {
  readonly place: PlaceInQueue | null;
  readonly skippedReason: string | null;
  /** Whether the person was handed the document with its gold known. */
  readonly isHoneypot: boolean;
}

/** Of ten thousand documents only the neighbours are asked for, and how many stand before and behind them. */
async function findPlace(projectId: string, own: QueuePlace, honeypots: readonly GivenHoneypot[]): Promise<PlaceInQueue | null> {
  const given = honeypots.map(({ documentId }) => documentId);
  const { previous, next, before, all } = await findAround(projectId, own.position, given);
  const shown = [previous, given.includes(own.documentId) ? null : own, next].flatMap((place) => place ?? []);
  const left = { before: previous ? before - 1 : before, all: all - shown.length };
  return placeIn(weaveQueue(shown, honeypots), own.documentId, left);
}

/** Where a document stands in a person's queue, and why it was skipped if it was. */
export async function loadPlace(projectId: string, documentId: string, userId: string): Promise<OwnPlace> {
  const [honeypots, item] = await Promise.all([findHoneypots(projectId, userId), findQueueItem(projectId, documentId)]);
  const honeypot = honeypots.find((given) => given.documentId === documentId);
  const position = honeypot ? honeypotPosition(honeypot) : (item?.position ?? null);
  return {
    place: position === null ? null : await findPlace(projectId, { documentId, position }, honeypots),
    skippedReason: (honeypot ?? item)?.skippedReason ?? null,
    isHoneypot: honeypot !== undefined,
  };
}
