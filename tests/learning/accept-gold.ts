import { db } from '@/lib/server/db/client';

/**
 * Makes the imported gold of the pool an accepted label of each document, as annotators and reviewers would. The sampler
 * is passed by: to it slips are near duplicates of each other, and it would keep nearly all of them out.
 */
export async function acceptGold(projectId: string): Promise<void> {
  const client = db();
  const annotator = await client.user.create({ data: { email: `${projectId}-annotator@example.test`, name: 'Slip annotator' } });
  const { id: schemaVersionId } = await client.schemaVersion.findFirstOrThrow({ where: { projectId } });
  const documents = await client.document.findMany({ where: { projectId, split: 'pool' }, orderBy: { name: 'asc' }, omit: { givenGold: false } });
  for (const [place, { id, givenGold }] of documents.entries()) {
    await client.queueItem.create({ data: { documentId: id, projectId, position: place + 1 } });
    const annotation = await client.annotation.create({
      data: {
        documentId: id, annotatorId: annotator.id, schemaVersionId, revision: 1, record: givenGold as object, evidence: {},
        provenance: {}, state: 'accepted',
      },
    });
    await client.document.update({ where: { id }, data: { split: 'seed', goldAnnotationId: annotation.id } });
  }
}
