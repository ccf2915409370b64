import { db } from '../db/client';
import { findBlockedGroups } from './selection';

const heldOut = ['validation', 'test', 'transfer'] as const;

/** Documents that look like one of a held-out split. */
async function findHeldOutLikenesses(projectId: string): Promise<ReadonlySet<string>> {
  const rows = await db().document.findMany({
    where: { projectId, nearDuplicateOf: { not: null } },
    select: { id: true, nearDuplicateOf: true },
  });
  const ids = rows.flatMap(({ id, nearDuplicateOf }) => [id, nearDuplicateOf ?? '']);
  const held = await db().document.findMany({ where: { projectId, id: { in: ids }, split: { in: [...heldOut] } }, select: { id: true } });
  const heldIds = new Set(held.map(({ id }) => id));
  return new Set(rows.flatMap(({ id, nearDuplicateOf }) => (heldIds.has(id) ? (nearDuplicateOf ?? []) : heldIds.has(nearDuplicateOf ?? '') ? id : [])));
}

/**
 * Read documents of pool and seed set that have no gold, in the order of the
 * queue, then of import. What shares a patient or nearly a page with a held-out
 * document is left out.
 */
export async function findUnlabelled(projectId: string, most: number): Promise<string[]> {
  const [blocked, likenesses, rows] = await Promise.all([
    findBlockedGroups(projectId),
    findHeldOutLikenesses(projectId),
    db().document.findMany({
      where: { projectId, split: { in: ['pool', 'seed'] }, readState: 'read', goldAnnotationId: null },
      orderBy: [{ id: 'asc' }],
      select: { id: true, groupKey: true, queueItem: { select: { position: true } } },
    }),
  ]);
  const groups = new Set(blocked);
  return rows
    .filter(({ id, groupKey }) => !likenesses.has(id) && (groupKey === null || !groups.has(groupKey)))
    .toSorted((a, b) => (a.queueItem?.position ?? Infinity) - (b.queueItem?.position ?? Infinity) || (a.id < b.id ? -1 : 1))
    .slice(0, most)
    .map(({ id }) => id);
}
