import { wantedAnnotators } from '@/lib/core/assignment/rules';
import { hasSeatFor, leaseMs } from '@/lib/core/assignment/seats';
import { insertSeat, nameVisit, renewSeat, writeVisit } from '../repositories/lease';
import { findClaimable } from '../repositories/queue';
import { loadRules } from './load-rules';

interface Visit {
  readonly projectId: string;
  readonly documentId: string;
  readonly userId: string;
  readonly now: Date;
  /** The screen that keeps it up; null where one is opening, left out where any may. */
  readonly visitId?: string | null;
}

/** Times that a lost race is run again; each loss means that somebody else got on. */
const attempts = 10;

export const leaseEnd = (now: Date): Date => new Date(now.getTime() + leaseMs);

/**
 * Prolongs or takes a place of the document for the person; where none is free
 * or the document is not in the queue, it is noted that they look on.
 * @returns whether they hold a place.
 */
export async function keepSeat({ projectId, documentId, userId, now, visitId }: Visit): Promise<boolean> {
  const write = { documentId, userId, until: leaseEnd(now) };
  if (await renewSeat(write, now, visitId)) return true;
  const rules = await loadRules(projectId);
  for (let attempt = 0; attempt < attempts; attempt++) {
    const document = await findClaimable(projectId, documentId);
    if (!document || !hasSeatFor(document, userId, wantedAnnotators(rules, documentId), now)) break;
    if (!(await insertSeat(write, document.claimCount))) continue;
    if (visitId) await nameVisit(documentId, userId, visitId);
    return true;
  }
  await writeVisit(write, visitId);
  return false;
}
