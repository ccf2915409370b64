import { db } from '../db/client';

export interface AuditFilter {
  /** null: what was done to the workbench itself (people, passwords). */
  readonly projectId: string | null;
  readonly userId?: string;
  readonly action?: string;
}

/** Newest first; those older than `before` where given. */
export function findAuditEvents(filter: AuditFilter, before: bigint | null, take: number) {
  return db().auditEvent.findMany({
    where: { ...filter, ...(before === null ? {} : { id: { lt: before } }) },
    orderBy: { id: 'desc' },
    take,
    select: { id: true, userId: true, action: true, subject: true, createdAt: true },
  });
}

/** The actions that occur and the people who did something, to filter by. */
export async function findAuditFacets(projectId: string | null) {
  const [actions, users] = await Promise.all([
    db().auditEvent.groupBy({ by: ['action'], where: { projectId }, orderBy: { action: 'asc' } }),
    db().auditEvent.groupBy({ by: ['userId'], where: { projectId, userId: { not: null } }, orderBy: { userId: 'asc' } }),
  ]);
  return { actions: actions.map(({ action }) => action), userIds: users.flatMap(({ userId }) => userId ?? []) };
}
