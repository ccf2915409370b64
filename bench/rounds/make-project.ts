import type { Actor } from '@/lib/core/access/roles';
import { medicalReportSchema } from '@/lib/core/schema/presets';
import { db } from '@/lib/server/db/client';
import { findNewestSchemaVersion } from '@/lib/server/repositories/schema-version';
import { simulateAnnotations } from '@/lib/server/use-cases/annotations/simulate-annotations';
import { createProject } from '@/lib/server/use-cases/projects/create-project';
import { commitSelection } from '@/lib/server/use-cases/selection/commit-selection';
import { runSelection } from '@/lib/server/use-cases/selection/run-selection';
import { makeDocuments } from '../pages/make-documents';

/** A project with labels enough for a round. */
export async function makeProject(projectId: string): Promise<Actor> {
  const { id: userId } = await db().user.create({ data: { email: 'lead@bench.invalid', name: 'Lead', isAdmin: true }, select: { id: true } });
  const actor: Actor = { userId, isAdmin: true, roles: {} };
  await createProject(actor, { id: projectId, name: 'For measuring', schema: medicalReportSchema });
  const version = await findNewestSchemaVersion(projectId);
  if (!version) throw new Error('The project has no schema.');
  await makeDocuments(projectId, version.id, { pool: 24, validation: 6, test: 6 });
  const selection = await runSelection(actor, { projectId, count: 16, constraints: { excludeNearDuplicatesAbove: 1 } });
  await commitSelection(actor, { projectId, selectionId: selection.id });
  for (let count = 0; count < 16; count += 1) await simulateAnnotations(actor, { projectId });
  return actor;
}
