import { db } from '../db/client';

/** Counts of every station of the loop, each one index-backed query. */
export async function countStations(projectId: string) {
  const client = db();
  const [imported, read, failed, picked, annotations, gold, skipped] = await Promise.all([
    client.document.count({ where: { projectId } }),
    client.document.count({ where: { projectId, readState: 'read' } }),
    client.document.count({ where: { projectId, readState: 'failed' } }),
    client.queueItem.count({ where: { projectId } }),
    client.annotation.groupBy({
      by: ['state'],
      where: { document: { projectId, queueItem: { isNot: null }, goldAnnotationId: null } },
      _count: true,
    }),
    client.document.count({ where: { projectId, split: 'seed', goldAnnotationId: { not: null } } }),
    client.queueItem.count({ where: { projectId, skippedReason: { not: null } } }),
  ]);
  const byState = Object.fromEntries(annotations.map(({ state, _count }) => [state, _count]));
  return { imported, read, failed, picked, gold, skipped, inReview: byState['submitted'] ?? 0, drafts: byState['draft'] ?? 0 };
}

/** The newest rounds with what they reached, newest first. */
export function findLatestRounds(projectId: string, count: number) {
  return db().round.findMany({
    where: { projectId },
    orderBy: { id: 'desc' },
    take: count,
    select: {
      id: true, number: true, state: true, step: true, plannedSteps: true, createdAt: true,
      finishedAt: true, summary: true, failureReason: true, snapshot: { select: { documentCount: true } },
    },
  });
}

/** The newest score of each checkpoint on one split by one scoring, for the learning curve; in the order of the checkpoints. */
export async function findCurve(projectId: string, split: 'validation' | 'test', scoringVersion: string) {
  const rows = await db().evaluation.findMany({
    where: { split, scoringVersion, checkpoint: { projectId } },
    orderBy: [{ checkpointId: 'asc' }, { createdAt: 'desc' }],
    distinct: ['checkpointId'],
    select: {
      micro: true, documentCount: true, createdAt: true,
      checkpoint: {
        select: {
          id: true, number: true, name: true, role: true,
          round: { select: { number: true, recipe: true, snapshot: { select: { documentCount: true } } } },
        },
      },
    },
  });
  return rows.sort((a, b) => a.checkpoint.number - b.checkpoint.number);
}

/** Reward of each step of a round, oldest first. */
export function findRewardCurve(roundId: string) {
  return db().roundEvent.findMany({
    where: { roundId, type: 'metrics' },
    orderBy: { id: 'asc' },
    select: { step: true, payload: true },
  });
}
