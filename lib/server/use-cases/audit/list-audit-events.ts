import { z } from 'zod';
import { findAuditEvents } from '../../repositories/audit-event';
import { findNames } from '../../repositories/person';
import { defineUseCase } from '../define-use-case';
import { auditScopeSchema, projectOfScope } from './audit-scope';

/** Who did or looked at what, newest first, a page at a time. */
export const listAuditEvents = defineUseCase({
  name: 'list-audit-events',
  access: { kind: 'project', permission: 'audit.view' },
  input: z.object({
    projectId: z.string(),
    scope: auditScopeSchema,
    action: z.string().max(100).optional(),
    userId: z.string().max(100).optional(),
    /** Id of the last event that the reader has. */
    before: z.string().regex(/^\d{1,19}$/, 'the id of an event').optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  run: async (actor, { projectId, scope, action, userId, before, limit }) => {
    const rows = await findAuditEvents(
      {
        projectId: projectOfScope(actor, scope, projectId),
        ...(action === undefined ? {} : { action }),
        ...(userId === undefined ? {} : { userId }),
      },
      before === undefined ? null : BigInt(before),
      limit + 1,
    );
    const events = rows.slice(0, limit);
    const people = await findNames([...new Set(events.flatMap((event) => event.userId ?? []))]);
    const names = new Map(people.map(({ id, name }) => [id, name]));
    return {
      events: events.map(({ id, ...event }) => ({
        id: id.toString(),
        ...event,
        userName: event.userId === null ? null : (names.get(event.userId) ?? null),
      })),
      nextBefore: rows.length > limit ? (events.at(-1)?.id.toString() ?? null) : null,
    };
  },
});
