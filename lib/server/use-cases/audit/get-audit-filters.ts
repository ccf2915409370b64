import { z } from 'zod';
import { findAuditFacets } from '../../repositories/audit-event';
import { findNames } from '../../repositories/person';
import { defineUseCase } from '../define-use-case';
import { auditScopeSchema, projectOfScope } from './audit-scope';

/** The people and actions that occur in the audit log. */
export const getAuditFilters = defineUseCase({
  name: 'get-audit-filters',
  access: { kind: 'project', permission: 'audit.view' },
  input: z.object({ projectId: z.string(), scope: auditScopeSchema }),
  run: async (actor, { projectId, scope }) => {
    const { actions, userIds } = await findAuditFacets(projectOfScope(actor, scope, projectId));
    return { actions, people: await findNames(userIds) };
  },
});
