import { db } from '../db/client';

/** Names of the project's documents by id. */
export async function findDocumentNames(
  projectId: string,
  documentIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db().document.findMany({
    where: { projectId, id: { in: [...documentIds] } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}
