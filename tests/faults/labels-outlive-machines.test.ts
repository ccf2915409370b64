import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/access/roles';
import type { AnnotationContent } from '@/lib/core/annotation/content';
import { type Word, wordSchema } from '@/lib/core/geometry/word';
import { embeddedRecipeSchema } from '@/lib/core/round/recipe';
import { db } from '@/lib/server/db/client';
import { createReaderPool } from '@/lib/server/ocr/reader-pool';
import { readDocument } from '@/lib/server/reading/read-document';
import { storage } from '@/lib/server/storage/storage';
import { acceptAnnotation } from '@/lib/server/use-cases/annotations/accept-annotation';
import { openAnnotation } from '@/lib/server/use-cases/annotations/open-annotation';
import { saveAnnotation } from '@/lib/server/use-cases/annotations/save-annotation';
import { submitAnnotation } from '@/lib/server/use-cases/annotations/submit-annotation';
import { promoteCheckpoint } from '@/lib/server/use-cases/checkpoints/promote-checkpoint';
import { readAgain } from '@/lib/server/use-cases/documents/read-again';
import { startRound } from '@/lib/server/use-cases/rounds/start-round';
import { handle as evaluate } from '@/workers/handlers/evaluate-checkpoint';
import { handle as runRound } from '@/workers/handlers/run-round';
import { createLabelledProject, type LabelledProject } from '../fixtures/labelled-project';
import { picture } from '../integration/support/made-files';
import { createPerson } from '../setup/people';
import { createTestDatabase } from '../setup/test-database';

const projectId = 'reports';
const recipe = embeddedRecipeSchema.parse({ engine: 'embedded', warmStartDocuments: 4, epochs: 2, documentsPerStep: 4 });
const context = () => ({ signal: new AbortController().signal, workerId: 'test/1' });
const labels: AnnotationContent = {
  record: { name: 'Somebody else', age: '7', indicators: [{ item: 'XYZ', result: '0.0' }] },
  evidence: { '/name': [{ page: 0, box: [0.1, 0.1, 0.2, 0.13] as never }] },
  provenance: { '/name': 'words', '/age': 'typed', '/indicators/0/item': 'region' },
};

let project: LabelledProject;
let lead: Actor;
let rounds = 0;

/** All that is stored of people's labels in the project, byte for byte. */
const storedLabels = () =>
  db().$queryRaw`
    select a.id, a.revision, a.state::text, a.record::text, a.evidence::text, a.provenance::text, a."schemaVersionId",
      (select string_agg(concat(r.revision, r.record, r.evidence, r.provenance, r.operations), '|' order by r.revision)
       from "AnnotationRevision" r where r."annotationId" = a.id) as history
    from "Annotation" a join "Document" d on d.id = a."documentId" where d."projectId" = ${projectId} order by a.id`;

/** OCR gives these words now, wherever they are. */
const readsAs = (texts: readonly string[]) => {
  const words = (): Word[] => texts.map((text, line) => wordSchema.parse({ text, box: [0.5, 0.5, 0.6, 0.52], confidence: 0.4, line }));
  return createReaderPool({ size: 1, start: async () => ({ read: async () => words(), stop: async () => undefined }) });
};

const wordsOf = async (documentId: string) => {
  const page = await db().page.findFirstOrThrow({ where: { documentId }, select: { words: true } });
  return page.words as unknown as readonly Word[];
};

beforeAll(async () => {
  await createTestDatabase();
  project = await createLabelledProject(projectId, { seed: 12, queued: 3 });
  lead = await createPerson({ name: 'Lead', roles: { [projectId]: ['lead'] } });
  const ann = await createPerson({ name: 'Ann', roles: { [projectId]: ['annotator'] } });
  await storage().write('none', await picture({ text: ['Name: Ann Lee'] }).png().toBuffer());
  for (const [at, documentId] of project.queueIds.entries()) {
    const { annotation, schemaVersion } = await openAnnotation(ann, { projectId, documentId });
    const { revision } = await saveAnnotation(ann, {
      projectId, documentId, ...labels, baseRevision: 0, mutationId: randomUUID(), schemaVersionId: schemaVersion.id,
    });
    if (at > 0) await submitAnnotation(ann, { projectId, documentId, revision });
    if (at > 1) await acceptAnnotation(lead, { projectId, annotationId: annotation.id });
  }
});

/** A round with its checkpoints' predictions of the queue and of what is held out. */
async function runOne(): Promise<string> {
  rounds += 1;
  const { id } = await startRound(lead, { projectId, requestId: `machines-${rounds}`, recipe: { ...recipe, seed: rounds } });
  await runRound({ roundId: id }, context());
  expect((await db().round.findUniqueOrThrow({ where: { id }, select: { state: true } })).state).toBe('ready');
  const { id: checkpointId } = await db().checkpoint.findFirstOrThrow({ where: { roundId: id, role: 'trained' }, select: { id: true } });
  await promoteCheckpoint(lead, { projectId, checkpointId });
  await evaluate({ checkpointId }, context());
  return checkpointId;
}

describe('acceptance 5: people’s labels and machines', () => {
  it('re-run OCR, re-run prediction: human labels byte-identical', async () => {
    const before = await storedLabels();
    const [draft = ''] = project.queueIds;
    for (const documentId of project.queueIds) {
      await db().document.update({ where: { id: documentId }, data: { readState: 'failed', pages: { updateMany: { where: {}, data: { readState: 'failed' } } } } });
      await readAgain(lead, { projectId, documentId });
      await readDocument(documentId, readsAs(['quite', 'other', 'words']), new AbortController().signal);
      expect((await wordsOf(documentId)).map(({ text }) => text)).toEqual(['quite', 'other', 'words']);
    }
    expect(await storedLabels(), 'after OCR').toEqual(before);

    const checkpointId = await runOne();
    const predictionOf = () => db().prediction.findMany({ where: { checkpointId, documentId: draft }, select: { record: true } });
    expect(await predictionOf(), 'the draft was pre-labelled').toHaveLength(1);
    await db().prediction.deleteMany({ where: { checkpointId } });
    await evaluate({ checkpointId }, context());
    expect(await predictionOf(), 'and again').toHaveLength(1);
    await runOne();
    expect(await storedLabels(), 'after predictions').toEqual(before);
  });
});
