import { placeIn, weaveQueue, type PlaceInQueue } from '@/lib/core/assignment/personal-queue';
import { findHoneypots } from '../repositories/honeypot';
import { findQueueItem, findQueuePlaces } from '../repositories/queue';

export interface OwnPlace {
  readonly place: PlaceInQueue | null;
  readonly skippedReason: string | null;
  /** Whether the person was handed the document with its gold known. */
  readonly isHoneypot: boolean;
}

/** Where a document stands in a person's queue, and why it was skipped if it was. */
export async function loadPlace(projectId: string, documentId: string, userId: string): Promise<OwnPlace> {
  const [places, honeypots, item] = await Promise.all([
    findQueuePlaces(projectId),
    findHoneypots(projectId, userId),
    findQueueItem(projectId, documentId),
  ]);
  const honeypot = honeypots.find((given) => given.documentId === documentId);
  return {
    place: placeIn(weaveQueue(places, honeypots), documentId),
    skippedReason: (honeypot ?? item)?.skippedReason ?? null,
    isHoneypot: honeypot !== undefined,
  };
}
