import type { PageBox } from '@/lib/core/geometry/box';
import type { ThreadPin } from '@/lib/core/review/threads';
import { Prisma } from '../db/generated/client';
import { type DbOrTransaction, db } from '../db/client';

const threadColumns = {
  id: true, annotationId: true, pointer: true, page: true, box: true, startedById: true, resolvedById: true, resolvedAt: true, createdAt: true,
} as const;

/** Threads of an annotation with what was said: asked for by name (invariant 11). */
export async function readThreads(annotationId: string) {
  const rows = await db().commentThread.findMany({
    where: { annotationId },
    orderBy: { id: 'asc' },
    select: {
      ...threadColumns,
      comments: { orderBy: { id: 'asc' }, select: { id: true, authorId: true, body: true, createdAt: true } },
    },
  });
  return rows.map((row) => ({ ...row, box: row.box as unknown as PageBox | null }));
}
export type ThreadRow = Awaited<ReturnType<typeof readThreads>>[number];

/** A thread of the project, without what was said in it. */
export function findThread(projectId: string, threadId: string) {
  return db().commentThread.findFirst({
    where: { id: threadId, annotation: { document: { projectId } } },
    select: threadColumns,
  });
}

interface NewThread extends ThreadPin {
  readonly annotationId: string;
  readonly startedById: string;
  readonly body: string;
}

export async function insertThread({ annotationId, startedById, body, pointer, page, box }: NewThread, tx: DbOrTransaction = db()): Promise<string> {
  const { id } = await tx.commentThread.create({
    data: {
      annotationId, startedById, pointer, page,
      box: box === null ? Prisma.DbNull : [...box],
      comments: { create: { authorId: startedById, body } },
    },
    select: { id: true },
  });
  return id;
}

export async function insertComment(threadId: string, authorId: string, body: string): Promise<string> {
  const { id } = await db().comment.create({ data: { threadId, authorId, body }, select: { id: true } });
  return id;
}

/** Resolves a thread, or opens it again where `resolvedById` is null. */
export async function setResolved(threadId: string, resolvedById: string | null): Promise<void> {
  await db().commentThread.update({
    where: { id: threadId },
    data: { resolvedById, resolvedAt: resolvedById === null ? null : new Date() },
    select: { id: true },
  });
}
