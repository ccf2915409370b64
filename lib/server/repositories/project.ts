import { db } from '../db/client';

/** Projects that the person may see, by name. */
export function findProjectsOf(userId: string, seesAll: boolean) {
  return db().project.findMany({
    where: seesAll ? {} : { memberships: { some: { userId } } },
    select: { id: true, name: true, isDemo: true },
    orderBy: { name: 'asc' },
  });
}

export function findProject(projectId: string) {
  return db().project.findUnique({ where: { id: projectId } });
}

/** The project with the checkpoint whose predictions are its pre-labels. */
export async function findProjectWithCheckpoint(projectId: string) {
  const project = await findProject(projectId);
  if (!project) return null;
  const { promotedCheckpointId, ...columns } = project;
  const promotedCheckpoint = promotedCheckpointId
    ? await db().checkpoint.findFirst({
        where: { id: promotedCheckpointId, projectId },
        select: { id: true, number: true, name: true, role: true, engine: true, roundId: true, createdAt: true },
      })
    : null;
  return { ...columns, promotedCheckpoint };
}

interface ProjectChange {
  readonly name?: string;
  readonly ocrLanguage?: string;
  readonly reviewRequired?: boolean;
  readonly preLabels?: boolean;
  readonly overlapShare?: number;
  readonly overlapAnnotators?: number;
  readonly honeypotShare?: number;
}

export async function saveProject(projectId: string, change: ProjectChange): Promise<void> {
  await db().project.update({ where: { id: projectId }, data: change });
}

export interface NewProject {
  readonly id: string;
  readonly name: string;
  readonly ocrLanguage: string;
  readonly isDemo: boolean;
  readonly reviewRequired: boolean;
  readonly schema: object;
  readonly schemaHash: string;
  readonly createdById: string | null;
}

/** The project with version 1 of its schema, or nothing. */
export function insertProject(project: NewProject) {
  const { schema, schemaHash, createdById, ...columns } = project;
  return db().project.create({
    data: { ...columns, schemaVersions: { create: { number: 1, hash: schemaHash, schema, createdById } } },
    select: { id: true, name: true },
  });
}
