import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { vi } from 'vitest';
import type { Actor } from '@/lib/core/access/roles';
import { embeddedRecipeSchema } from '@/lib/core/round/recipe';
import { medicalReportSchema } from '@/lib/core/schema/presets';
import { generateReport } from '@/lib/demo';
import { db } from '@/lib/server/db/client';
import { readGivenGold } from '@/lib/server/repositories/given-gold';
import { insertImportedGold } from '@/lib/server/repositories/new-document';
import { importFromPath } from '@/lib/server/use-cases/imports/import-from-path';
import { createProject } from '@/lib/server/use-cases/projects/create-project';
import { startRound } from '@/lib/server/use-cases/rounds/start-round';
import { createPerson } from '../../setup/people';

/** A diagnosis as it is written from right to left, and without spaces. */
export const scripts = { arabic: 'فقر الدم بعوز الحديد', chinese: '缺铁性贫血' } as const;

type Split = 'pool' | 'seed' | 'validation' | 'test' | 'transfer';

export interface AccessibleProject {
  readonly projectId: string;
  /** A project in which nothing has happened. */
  readonly emptyId: string;
  readonly lead: string;
  readonly admin: string;
  /** Queued, with a table and suggestions. */
  readonly toLabel: string;
  /** Labelled by one person, to be reviewed. */
  readonly annotationId: string;
  /** Labelled by two people who differ. */
  readonly toSettle: string;
  readonly roundId: string;
  readonly checkpointIds: readonly string[];
}

/** The least that a round takes, one suite elsewhere, and four for people. */
const splits: readonly Split[] = [
  ...Array.from({ length: 5 }, () => 'seed' as const),
  ...Array.from({ length: 3 }, () => 'validation' as const),
  ...Array.from({ length: 3 }, () => 'test' as const),
  'transfer', 'pool', 'pool', 'pool', 'pool',
];

/** Generated reports with the words that were printed, so that nothing waits for OCR. */
async function importReports(admin: Actor, projectId: string): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'hundredfold-accessible-'));
  try {
    const rows: object[] = [];
    for (const [index, split] of splits.entries()) {
      const kind = split === 'transfer' ? 'discharge-letter' : split === 'pool' ? 'blood' : 'urine';
      const { id, group, image, words, gold, evidence } = await generateReport({ seed: 77, index, kind });
      await writeFile(path.join(folder, `${id}.jpg`), image);
      const suite = split === 'transfer' ? { suite: 'Discharge letters' } : {};
      const labels = split === 'pool' ? {} : { gold, evidence };
      rows.push({ id: `${split}-${index}`, image: `${id}.jpg`, kind, group, split, ...suite, ...labels, words, boxes: 'page' });
    }
    await writeFile(path.join(folder, 'documents.jsonl'), rows.map((row) => JSON.stringify(row)).join('\n'));
    await importFromPath(admin, { projectId, path: path.join(folder, 'documents.jsonl') });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A project where every page has something to show, after a round of three steps. */
export async function createAccessibleProject(projectId: string): Promise<AccessibleProject> {
  const admin = await createPerson({ name: 'Access Admin', isAdmin: true });
  await createProject(admin, { id: projectId, name: 'For everybody', schema: medicalReportSchema });
  const emptyId = `${projectId}-empty`;
  await createProject(admin, { id: emptyId, name: 'Nothing yet', schema: medicalReportSchema });
  const lead = await createPerson({ name: 'Access Lead', roles: { [projectId]: ['lead'], [emptyId]: ['lead'] } });
  const [ann, bob] = [
    await createPerson({ name: 'Access Ann', roles: { [projectId]: ['annotator'] } }),
    await createPerson({ name: 'Access Bob', roles: { [projectId]: ['annotator'] } }),
  ];
  await importReports(admin, projectId);
  const { id: schemaVersionId } = await db().schemaVersion.findFirstOrThrow({ where: { projectId }, select: { id: true } });
  const countUnread = () => db().document.count({ where: { projectId, readState: { not: 'read' } } });
  await vi.waitUntil(async () => (await countUnread()) === 0, { timeout: 60_000, interval: 250 });
  const seeds = await db().document.findMany({ where: { projectId, split: 'seed' }, select: { id: true } });
  for (const { id } of seeds) {
    const gold = await readGivenGold(projectId, id);
    if (gold) await db().$transaction((tx) => insertImportedGold(tx, id, { ...gold, schemaVersionId }));
  }
  const documents = await db().document.findMany({ where: { projectId, split: 'pool' }, orderBy: { name: 'asc' }, select: { id: true } });
  const [toLabel, toReview, toSettle] = documents.map(({ id }) => id);
  if (!toLabel || !toReview || !toSettle) throw new Error('The reports were not imported.');
  await db().queueItem.createMany({ data: [toLabel, toReview, toSettle].map((documentId, at) => ({ documentId, projectId, position: at })) });
  const submit = async (documentId: string, { userId: annotatorId }: Actor, Diagnosis: string): Promise<string> => {
    const made = { schemaVersionId, revision: 1, state: 'submitted', submittedAt: new Date() } as const;
    const record = { Name: 'Lee', Diagnosis, Indicators: [{ 'Item Name': 'WBC', Result: '6.1' }] };
    const evidence = { '/Name': [{ page: 0, box: [0.1, 0.1, 0.3, 0.12] }] };
    const { id } = await db().annotation.create({ data: { documentId, annotatorId, record, evidence, provenance: {}, ...made }, select: { id: true } });
    return id;
  };
  const annotationId = await submit(toReview, ann, scripts.arabic);
  await submit(toSettle, ann, scripts.arabic);
  await submit(toSettle, bob, scripts.chinese);
  const recipe = embeddedRecipeSchema.parse({ engine: 'embedded', warmStartDocuments: 1, warmStartEpochs: 1, epochs: 3 });
  const { id: roundId } = await startRound(lead, { projectId, requestId: randomUUID(), recipe });
  const countFigures = () => db().evaluation.count({ where: { checkpoint: { roundId }, split: { in: ['test', 'transfer'] } } });
  // Three checkpoints, each on two.
  await vi.waitUntil(async () => (await countFigures()) === 6, { timeout: 120_000, interval: 250 });
  const checkpoints = await db().checkpoint.findMany({ where: { roundId }, orderBy: { number: 'asc' }, select: { id: true } });
  return { projectId, emptyId, lead: lead.userId, admin: admin.userId, toLabel, annotationId, toSettle, roundId, checkpointIds: checkpoints.map(({ id }) => id) };
}
