import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/server/db/client';
import { env } from '@/lib/server/env/env';
import { openQueue } from '@/lib/server/queue/backend';
import { countPending, enqueue } from '@/lib/server/queue/enqueue';
import { announce, createWorkerId, isAnotherUp } from '@/workers/presence';
import { sweep } from '@/workers/sweep';
import { createProject } from '../setup/people';
import { createTestDatabase } from '../setup/test-database';

const projectId = 'reports';

beforeAll(async () => {
  await createTestDatabase();
  await createProject(projectId);
});

beforeEach(async () => {
  for (const name of ['reading', 'rounds', 'evaluation', 'pre-labels'] as const) {
    const queue = openQueue({ url: env().DATABASE_URL }, name);
    await queue.drain(true);
    await queue.close();
  }
  await db().document.deleteMany();
  await db().round.deleteMany();
  await db().workerPresence.deleteMany();
});

async function createDocument(readState: 'waiting' | 'reading' | 'read' | 'failed'): Promise<string> {
  const { id } = await db().document.create({
    data: { projectId, name: readState, contentHash: randomUUID(), pageCount: 1, readState },
    select: { id: true },
  });
  return id;
}

let rounds = 0;

async function createRound(state: 'queued' | 'training' | 'interrupted' | 'ready', heartbeatAt: Date | null): Promise<string> {
  rounds += 1;
  const version = { projectId_number: { projectId, number: 1 } };
  const { id: schemaVersionId } = await db().schemaVersion.upsert({
    where: version,
    create: { projectId, number: 1, hash: 'h', schema: {} },
    update: {},
    select: { id: true },
  });
  const { id } = await db().round.create({
    data: {
      projectId, number: rounds, state, recipe: {}, schemaVersionId, requestId: randomUUID(),
      ...(heartbeatAt ? { attempts: { create: { number: 1, workerId: 'w', heartbeatAt } } } : {}),
    },
    select: { id: true },
  });
  return id;
}

const now = new Date('2026-11-20T12:00:00Z');
const secondsAgo = (seconds: number): Date => new Date(now.getTime() - seconds * 1000);

describe('a bell that was lost', () => {
  it('is rung again for every document that is not read, and for no other', async () => {
    await Promise.all([createDocument('waiting'), createDocument('reading'), createDocument('read'), createDocument('failed')]);
    expect(await sweep({ now, takeOverAs: null })).toMatchObject({ documents: 2 });
    expect(await countPending('reading')).toBe(2);
    expect(await sweep({ now, takeOverAs: null })).toMatchObject({ documents: 0 });
    expect(await countPending('reading')).toBe(2);
  });

  it('is rung under another name where a dead worker may hold the job', async () => {
    const documentId = await createDocument('reading');
    await enqueue('read-document', { documentId });
    await sweep({ now, takeOverAs: 'heir' });
    expect(await countPending('reading')).toBe(2);
  });

  it('is rung again for rounds that nobody works on', async () => {
    await createRound('queued', null);
    await createRound('interrupted', secondsAgo(60));
    await createRound('training', secondsAgo(60));
    await createRound('training', secondsAgo(1));
    await createRound('ready', secondsAgo(60));
    expect(await sweep({ now, takeOverAs: null })).toMatchObject({ rounds: 3 });
    expect(await sweep({ now, takeOverAs: null })).toMatchObject({ rounds: 3 });
    expect(await countPending('rounds')).toBe(3);
  });
});

describe('the presence of workers', () => {
  it('tells a living worker from one that was killed on this machine', async () => {
    const own = createWorkerId();
    await announce(own);
    const since = new Date(Date.now() - 20_000);
    expect(await isAnotherUp(own, since)).toBe(false);

    await db().workerPresence.create({ data: { id: `${hostname()}/4194304/dead`, kind: 'cpu', capabilities: {} } });
    expect(await isAnotherUp(own, since)).toBe(false);
    expect(await db().workerPresence.count()).toBe(1);

    await announce(`${hostname()}/${process.pid}/twin`);
    expect(await isAnotherUp(own, since)).toBe(true);
  });
});
