import type { SelectionPick, SelectionResult } from '@/lib/core/sampling';
import { type Db, type DbTransaction, db } from '../db/client';

/** Every document of the project with what the sampler needs to know of it. */
export function findSelectionPool(projectId: string) {
  return db().document.findMany({
    where: { projectId, split: { in: ['pool', 'seed'] } },
    orderBy: { id: 'asc' },
    select: {
      id: true, name: true, kind: true, groupKey: true, nearDuplicateOf: true, features: true, readState: true,
      goldAnnotationId: true,
      queueItem: { select: { position: true } },
    },
  });
}

/** Groups with a document in a split that is never trained on. */
export async function findBlockedGroups(projectId: string): Promise<string[]> {
  const rows = await db().document.findMany({
    where: { projectId, split: { in: ['validation', 'test', 'transfer'] }, groupKey: { not: null } },
    distinct: ['groupKey'],
    select: { groupKey: true },
  });
  return rows.flatMap(({ groupKey }) => groupKey ?? []);
}

export interface NewSelection {
  readonly projectId: string;
  readonly count: number;
  readonly constraints: object;
  readonly report: object;
  readonly createdById: string;
  readonly result: SelectionResult;
}

const nextNumber = async (tx: DbTransaction, projectId: string): Promise<number> =>
  ((await tx.selection.aggregate({ where: { projectId }, _max: { number: true } }))._max.number ?? 0) + 1;

const toPickRow = ({ documentId, rank, gain, represents, reason }: SelectionPick) => ({
  documentId, rank, gain, represents, reason,
});

/** Holds the project's row so that two runs at once get two numbers. */
const lockProject = (tx: DbTransaction, projectId: string) =>
  tx.$queryRaw`select id from "Project" where id = ${projectId} for update`;

export function insertSelection(selection: NewSelection) {
  const { projectId, count, constraints, report, createdById, result } = selection;
  return db().$transaction(async (tx) => {
    await lockProject(tx, projectId);
    return tx.selection.create({
      data: {
        projectId,
        number: await nextNumber(tx, projectId),
        strategy: result.strategy,
        seed: result.seed,
        count,
        constraints,
        report,
        createdById,
        picks: { createMany: { data: result.picks.map(toPickRow) } },
      },
      select: { id: true, number: true },
    });
  });
}

export function findSelections(projectId: string) {
  return db().selection.findMany({
    where: { projectId },
    orderBy: { number: 'desc' },
    take: 50,
    select: {
      id: true, number: true, strategy: true, count: true, seed: true, state: true, createdAt: true, committedAt: true,
      _count: { select: { picks: true } },
    },
  });
}

export function findSelection(projectId: string, selectionId: string) {
  return db().selection.findFirst({
    where: { id: selectionId, projectId },
    select: {
      id: true, number: true, strategy: true, count: true, seed: true, constraints: true, state: true, report: true,
      createdAt: true, committedAt: true,
      picks: {
        orderBy: { rank: 'asc' },
        select: {
          documentId: true, rank: true, gain: true, represents: true, reason: true,
          document: { select: { name: true, kind: true } },
        },
      },
    },
  });
}

/**
 * Appends the picks to the queue in their order; picked documents become seed.
 * A second call, or a document that is queued already, changes nothing.
 * @returns how many documents the queue gained, or null where it was committed before.
 */
export function commitSelectionRows(client: Db, projectId: string, selectionId: string): Promise<number | null> {
  return client.$transaction(async (tx) => {
    await lockProject(tx, projectId);
    const { count } = await tx.selection.updateMany({
      where: { id: selectionId, projectId, state: 'draft' },
      data: { state: 'committed', committedAt: new Date() },
    });
    if (count === 0) return null;
    const picks = await tx.selectionPick.findMany({
      where: { selectionId, document: { queueItem: null, split: { in: ['pool', 'seed'] } } },
      orderBy: { rank: 'asc' },
      select: { documentId: true },
    });
    const last = await tx.queueItem.aggregate({ where: { projectId }, _max: { position: true } });
    const first = (last._max.position ?? 0) + 1;
    await tx.queueItem.createMany({
      data: picks.map(({ documentId }, index) => ({ documentId, projectId, selectionId, position: first + index })),
    });
    await tx.document.updateMany({
      where: { id: { in: picks.map(({ documentId }) => documentId) } },
      data: { split: 'seed' },
    });
    return picks.length;
  });
}
