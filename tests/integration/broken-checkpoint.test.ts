import { randomUUID } from 'node:crypto';
import { UnrecoverableError } from 'bullmq';
import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/server/db/client';
import { listCheckpoints } from '@/lib/server/use-cases/checkpoints/list-checkpoints';
import { handle as evaluate } from '@/workers/handlers/evaluate-checkpoint';
import { handle as keepPreLabels } from '@/workers/handlers/keep-pre-labels';
import { sweep } from '@/workers/sweep';
import { createLabelledProject } from '../fixtures/labelled-project';
import { createPerson } from '../setup/people';
import { createTestDatabase } from '../setup/test-database';

const projectId = 'broken';
const context = { signal: new AbortController().signal, workerId: 'test/1' };
let checkpointId: string;

beforeAll(async () => {
  await createTestDatabase();
  const { schemaVersionId } = await createLabelledProject(projectId);
  const checkpoint = await db().checkpoint.create({
    data: { projectId, number: 1, role: 'trained', name: 'Broken', engine: 'embedded', schemaVersionId, hash: randomUUID(), manifest: { files: [{ name: 7 }] }, storagePrefix: 'none' },
  });
  checkpointId = checkpoint.id;
});

describe('a checkpoint whose manifest cannot be read', () => {
  it('is refused in words that name the place, once: the sweep rings no more for it', async () => {
    expect((await sweep({ now: new Date(), takeOverAs: null })).checkpoints).toBe(1);
    const refused = evaluate({ checkpointId }, context);
    await expect(refused).rejects.toThrow(UnrecoverableError);
    await expect(refused).rejects.toThrow(/The manifest of checkpoint .{12} cannot be read at \w+/);
    expect((await sweep({ now: new Date(), takeOverAs: null })).checkpoints).toBe(0);
  });

  it('says so in the list of checkpoints', async () => {
    const lead = await createPerson({ roles: { [projectId]: ['lead'] } });
    const [row] = await listCheckpoints(lead, { projectId });
    expect(row?.problem).toContain('cannot be read');
  });

  it('leaves suggesting to the pre-label model where it is the promoted one', async () => {
    await db().checkpoint.update({ where: { id: checkpointId }, data: { problem: null } });
    await db().project.update({ where: { id: projectId }, data: { promotedCheckpointId: checkpointId } });
    await keepPreLabels({ projectId }, context);
    expect(await db().preLabel.count()).toBeGreaterThan(0);
    const { problem } = await db().checkpoint.findUniqueOrThrow({ where: { id: checkpointId } });
    expect(problem).toContain('cannot be read');
  });
});
