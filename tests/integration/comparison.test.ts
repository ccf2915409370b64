import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/access/roles';
import { embeddedRecipeSchema } from '@/lib/core/round/recipe';
import { db } from '@/lib/server/db/client';
import { listCheckpoints } from '@/lib/server/use-cases/checkpoints/list-checkpoints';
import { promoteCheckpoint } from '@/lib/server/use-cases/checkpoints/promote-checkpoint';
import { compareCheckpoints } from '@/lib/server/use-cases/evaluations/compare-checkpoints';
import { compareDocument } from '@/lib/server/use-cases/evaluations/compare-document';
import { compareDocuments } from '@/lib/server/use-cases/evaluations/compare-documents';
import { startRound } from '@/lib/server/use-cases/rounds/start-round';
import { handle as evaluate } from '@/workers/handlers/evaluate-checkpoint';
import { handle as runRound } from '@/workers/handlers/run-round';
import { createLabelledProject, type LabelledProject } from '../fixtures/labelled-project';
import { createPerson, createProject } from '../setup/people';
import { createTestDatabase } from '../setup/test-database';

const context = () => ({ signal: new AbortController().signal, workerId: 'test/1' });

let lead: Actor;
let project: LabelledProject;

beforeAll(async () => {
  await createTestDatabase();
  project = await createLabelledProject('reports');
  await createProject('bare');
  lead = await createPerson({ name: 'Lead', roles: { reports: ['lead'], bare: ['lead'] } });
  const recipe = embeddedRecipeSchema.parse({ engine: 'embedded', warmStartDocuments: 1, warmStartEpochs: 1, epochs: 3 });
  const { id: roundId } = await startRound(lead, { projectId: 'reports', requestId: 'compared', recipe });
  await runRound({ roundId }, context());
});

describe('comparing checkpoints', () => {
  const idsOf = async () => (await listCheckpoints(lead, { projectId: 'reports' })).toReversed().map(({ id }) => id);

  it('gives figures, a paired difference, fields and outcomes that add up', async () => {
    const ids = await idsOf();
    const comparison = await compareCheckpoints(lead, { projectId: 'reports', ids, split: 'test' });
    expect(comparison.checkpoints.every(({ micro, isStale }) => micro !== null && !isStale)).toBe(true);
    expect(comparison.pairs).toHaveLength(2);
    expect(comparison.pairs[0]).toMatchObject({ documents: 6 });
    expect(comparison.pairs[0]?.fields.map(({ path }) => path)).toContain('indicators[].result');
    const { documents } = await compareDocuments(lead, { projectId: 'reports', ids, split: 'test' });
    const sum = documents.reduce((total, { counts }) => total + counts['both-right'], 0);
    expect(sum).toBe(comparison.outcomes?.['both-right']);
    for (const outcome of ['fixed', 'broken', 'both-wrong', 'both-right'] as const) {
      const filtered = await compareDocuments(lead, { projectId: 'reports', ids, split: 'test', outcome });
      expect(filtered.documents.every(({ counts }) => counts[outcome] > 0)).toBe(true);
    }
  });

  it('counts outcomes against the last checkpoint, or the one that is named', async () => {
    const ids = await idsOf();
    const [first, second, third] = ids as [string, string, string];
    const compare = (over: object) => compareCheckpoints(lead, { projectId: 'reports', ids, split: 'test', ...over });
    const pairOf = (one: string, other: string) => compare({ ids: [one, other] });
    expect((await compare({})).outcomes).toEqual((await pairOf(first, third)).outcomes);
    expect((await compare({ against: second })).outcomes).toEqual((await pairOf(first, second)).outcomes);
    expect((await compare({ against: first })).outcomes).toEqual((await compare({})).outcomes);
  });

  it('pages through the documents without losing one', async () => {
    const ids = await idsOf();
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await compareDocuments(lead, { projectId: 'reports', ids, split: 'test', take: 4, ...(after ? { after } : {}) });
      seen.push(...page.documents.map(({ documentId }) => documentId));
      after = page.next ?? undefined;
    } while (after);
    expect(seen.toSorted()).toEqual([...project.testIds].toSorted());
  });

  it('shows a document leaf by leaf with evidence, and writes the audit log', async () => {
    const ids = (await idsOf()).join(',');
    const documentId = project.testIds[0] ?? '';
    const shown = await compareDocument(lead, { projectId: 'reports', ids, documentId });
    expect(shown.document.pages).toHaveLength(1);
    expect(shown.leaves.filter(({ goldPointer }) => goldPointer !== null)).toHaveLength(6);
    const boxes = shown.leaves.flatMap(({ cells }) => cells.flatMap((cell) => cell?.boxes ?? []));
    expect(boxes.length).toBeGreaterThan(0);
    const subject = `document:${documentId}`;
    expect(await db().auditEvent.count({ where: { action: 'compare-document', subject } })).toBe(1);
  });

  it('marks figures as stale when gold has changed, and a second evaluation mends it', async () => {
    const ids = await idsOf();
    const documentId = project.testIds[1] ?? '';
    await db().document.update({ where: { id: documentId }, data: { givenGold: { name: 'Zoe Quill', age: '3', indicators: [] } } });
    const stale = await compareCheckpoints(lead, { projectId: 'reports', ids, split: 'test' });
    expect(stale.checkpoints.every(({ isStale }) => isStale)).toBe(true);
    for (const checkpointId of ids) await evaluate({ checkpointId }, context());
    const fresh = await compareCheckpoints(lead, { projectId: 'reports', ids, split: 'test' });
    expect(fresh.checkpoints.some(({ isStale }) => isStale)).toBe(false);
  });

  it('lists a document that cannot be scored with its reason, never as 0', async () => {
    const ids = await idsOf();
    const documentId = project.testIds[2] ?? '';
    await db().document.update({ where: { id: documentId }, data: { givenGold: { name: ['no', 'leaf'] } } });
    for (const checkpointId of ids) await evaluate({ checkpointId }, context());
    const { checkpoints } = await compareCheckpoints(lead, { projectId: 'reports', ids, split: 'test' });
    for (const { unscorable, documents } of checkpoints) {
      expect(documents).toBe(5);
      expect(unscorable).toMatchObject([{ documentId, name: 'report-18' }]);
    }
  });

  it('promotes one: it is the project’s, and it is in the audit log', async () => {
    const [checkpointId] = await idsOf();
    if (!checkpointId) throw new Error('there is no checkpoint');
    await promoteCheckpoint(lead, { projectId: 'reports', checkpointId });
    expect(await db().project.findUnique({ where: { id: 'reports' } })).toMatchObject({ promotedCheckpointId: checkpointId });
    await expect(promoteCheckpoint(lead, { projectId: 'bare', checkpointId })).rejects.toMatchObject({ code: 'not-found' });
  });
});
