import { z } from 'zod';
import type { Actor } from '@/lib/core/access/roles';
import { AppError } from '@/lib/core/errors/app-error';

/** What happened in the project, or in the workbench as a whole (people, passwords, sign-ins). */
export const auditScopeSchema = z.enum(['project', 'workbench']).default('project');

/** @returns the project id to look for; null for the workbench, which only its admins may see. */
export function projectOfScope(actor: Actor, scope: 'project' | 'workbench', projectId: string): string | null {
  if (scope === 'project') return projectId;
  if (actor.isAdmin) return null;
  throw new AppError('forbidden', 'Only an admin of the workbench may see what is not part of a project.');
}
