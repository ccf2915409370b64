import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/access/roles';
import { embeddedRecipeSchema } from '@/lib/core/round/recipe';
import { roundSummarySchema } from '@/lib/core/round/summary';
import { db } from '@/lib/server/db/client';
import { claimRound, moveRound, writeAsAttempt } from '@/lib/server/repositories/round-attempt';
import { storage } from '@/lib/server/storage/storage';
import { cancelRound } from '@/lib/server/use-cases/rounds/cancel-round';
import { getRollouts } from '@/lib/server/use-cases/rounds/get-rollouts';
import { getRound } from '@/lib/server/use-cases/rounds/get-round';
import { getRoundEvents } from '@/lib/server/use-cases/rounds/get-round-events';
import { listRounds } from '@/lib/server/use-cases/rounds/list-rounds';
import { preflightRound } from '@/lib/server/use-cases/rounds/preflight-round';
import { startRound } from '@/lib/server/use-cases/rounds/start-round';
import { streamRound } from '@/lib/server/use-cases/rounds/stream-round';
import { handle as evaluate } from '@/workers/handlers/evaluate-checkpoint';
import { handle as runRound } from '@/workers/handlers/run-round';
import { createLabelledProject, type LabelledProject } from '../fixtures/labelled-project';
import { createPerson } from '../setup/people';
import { createTestDatabase } from '../setup/test-database';

const recipe = embeddedRecipeSchema.parse({ engine: 'embedded', warmStartDocuments: 4, epochs: 3, documentsPerStep: 4 });
const context = (signal = new AbortController().signal) => ({ signal, workerId: 'test/1' });

let lead: Actor;
let project: LabelledProject;
let requests = 0;

async function start(changes: Partial<typeof recipe> = {}, projectId = project.projectId) {
  requests += 1;
  return startRound(lead, { projectId, requestId: `request-${requests}`, recipe: { ...recipe, ...changes } });
}

const stateOf = async (id: string) =>
  db().round.findUniqueOrThrow({ where: { id }, select: { state: true, failureReason: true, step: true, summary: true } });

const filesOf = async (roundId: string) => {
  const rows = await db().checkpoint.findMany({ where: { roundId }, orderBy: { number: 'asc' } });
  return rows.map(({ role, manifest }) => ({ role, files: (manifest as { files: unknown }).files }));
};

beforeAll(async () => {
  await createTestDatabase();
  project = await createLabelledProject('reports');
  await createLabelledProject('bare', { seed: 2, validation: 0 });
  lead = await createPerson({ name: 'Lead', roles: { reports: ['lead'], bare: ['lead'] } });
});

describe('starting a round', () => {
  it('refuses without enough labels and says what to do', async () => {
    await expect(start({}, 'bare')).rejects.toMatchObject({ code: 'not-ready' });
    const { problems, sizes } = await preflightRound(lead, { projectId: 'bare' });
    expect(problems.map(({ code }) => code)).toEqual(['too-few-labels', 'too-few-validation']);
    expect(sizes).toEqual({ seed: 2, validation: 0, test: 6 });
    expect(await db().round.count({ where: { projectId: 'bare' } })).toBe(0);
  });

  it('gives one round for a request sent twice, even at once', async () => {
    const input = { projectId: 'reports', requestId: 'pressed-twice', recipe };
    const [first, second] = await Promise.all([startRound(lead, input), startRound(lead, input)]);
    const third = await startRound(lead, input);
    expect(second.id).toBe(first.id);
    expect(third.id).toBe(first.id);
    expect(await db().round.count({ where: { requestId: 'pressed-twice' } })).toBe(1);
    await cancelRound(lead, { projectId: 'reports', roundId: first.id });
  });

  it('names the data by their hash: the same labels give the same snapshot', async () => {
    const [a, b] = [await start(), await start()];
    const rows = await db().round.findMany({ where: { id: { in: [a.id, b.id] } }, select: { snapshotHash: true } });
    expect(new Set(rows.map(({ snapshotHash }) => snapshotHash)).size).toBe(1);
    for (const { id } of [a, b]) await cancelRound(lead, { projectId: 'reports', roundId: id });
  });
});

describe('a round on the embedded engine', () => {
  let roundId: string;
  beforeAll(async () => {
    ({ id: roundId } = await start());
    await runRound({ roundId }, context());
  });

  it('ends ready with three checkpoints, each with figures and an interval', async () => {
    const { state, summary, failureReason } = await stateOf(roundId);
    expect([state, failureReason]).toEqual(['ready', null]);
    const { checkpoints, rewardStart, rewardEnd, labels } = roundSummarySchema.parse(summary);
    expect(checkpoints.map(({ role }) => role)).toEqual(['warm-start', 'warm-start-all', 'trained']);
    for (const { test, validation } of checkpoints) {
      expect(test?.documents).toBe(6);
      expect(validation?.documents).toBe(4);
      expect(test && test.low <= test.f1 && test.f1 <= test.high).toBe(true);
    }
    expect(labels).toBe(12);
    expect([rewardStart, rewardEnd].every((reward) => reward !== null && reward > 0 && reward <= 2)).toBe(true);
  });

  it('leaves a run folder and checkpoints whose files are what their manifest says', async () => {
    expect(await storage().has(`rounds/${roundId}/spec.json`)).toBe(true);
    expect(await storage().has(`rounds/${roundId}/dataset.jsonl`)).toBe(true);
    const rows = await db().checkpoint.findMany({ where: { roundId } });
    for (const { storagePrefix, hash } of rows) {
      expect(storagePrefix).toBe(`checkpoints/${hash}`);
      expect(await storage().has(`${storagePrefix}/manifest.json`)).toBe(true);
    }
  });

  it('tells its events in order, rollouts only where they are asked for', async () => {
    const { events } = await getRoundEvents(lead, { projectId: 'reports', roundId });
    const types = events.map(({ event }) => (event as { type: string }).type);
    expect(types[0]).toBe('started');
    expect(types.at(-1)).toBe('finished');
    expect(types.filter((type) => type === 'metrics')).toHaveLength(9);
    expect(JSON.stringify(events)).not.toContain('completion');
    const { rollouts, steps } = await getRollouts(lead, { projectId: 'reports', roundId });
    expect(steps.length).toBeGreaterThan(0);
    expect(rollouts[0]?.completion).toMatch(/^\{/);
    expect(await db().auditEvent.count({ where: { action: 'view-rollouts' } })).toBe(1);
  });

  it('streams what happened after the event that the browser saw last, and ends', async () => {
    const since = String((await db().roundEvent.findFirstOrThrow({ where: { roundId, type: 'finished' } })).id - 1n);
    const told: string[] = [];
    for await (const { event } of await streamRound(lead, { projectId: 'reports', roundId, since })) told.push(event);
    expect(told).toEqual(['events', 'round', 'over']);
  });

  it('predicts the next documents in the queue and touches no annotation', async () => {
    const { id } = await db().checkpoint.findFirstOrThrow({ where: { roundId, role: 'trained' } });
    const predicted = await db().prediction.findMany({ where: { checkpointId: id, documentId: { in: [...project.queueIds] } } });
    expect(predicted).toHaveLength(3);
    const before = await db().annotation.findMany({ orderBy: { id: 'asc' }, omit: { record: false } });
    await evaluate({ checkpointId: id }, context());
    expect(await db().annotation.findMany({ orderBy: { id: 'asc' }, omit: { record: false } })).toEqual(before);
    expect(await db().evaluation.count({ where: { checkpointId: id } })).toBe(2);
  });

  it('is delivered again without effect', async () => {
    const before = await db().roundEvent.count();
    await runRound({ roundId }, context());
    expect(await db().roundEvent.count()).toBe(before);
    expect(await db().roundAttempt.count({ where: { roundId } })).toBe(1);
  });

  it('says in the list what it came to', async () => {
    const { rounds } = await listRounds(lead, { projectId: 'reports' });
    const row = rounds.find(({ id }) => id === roundId);
    expect(row).toMatchObject({ stateInWords: 'ready', labels: 12, createdBy: 'Lead', isOver: true });
    expect((await getRound(lead, { projectId: 'reports', roundId })).checkpoints).toHaveLength(3);
  });

  it('cannot be seen through another project', async () => {
    await expect(getRound(lead, { projectId: 'bare', roundId })).rejects.toMatchObject({ code: 'not-found' });
    await expect(cancelRound(lead, { projectId: 'bare', roundId })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a round that does not run through', () => {
  it('is cancelled at once while it waits', async () => {
    const { id } = await start();
    expect(await cancelRound(lead, { projectId: 'reports', roundId: id })).toEqual({ state: 'cancelled' });
    await runRound({ roundId: id }, context());
    expect(await db().roundAttempt.count({ where: { roundId: id } })).toBe(0);
  });

  it('is cancelled while it trains, by its row alone', async () => {
    const { id } = await start({ epochs: 200 });
    const running = runRound({ roundId: id }, context());
    await waitForStep(id);
    expect(await cancelRound(lead, { projectId: 'reports', roundId: id })).toEqual({ state: 'training' });
    await running;
    expect(await stateOf(id)).toMatchObject({ state: 'cancelled' });
    expect(await db().checkpoint.count({ where: { roundId: id } })).toBe(0);
  });

  it('goes on in another attempt to the same checkpoints that an undisturbed round makes', async () => {
    const undisturbed = await start({ epochs: 60 });
    await runRound({ roundId: undisturbed.id }, context());
    const { id } = await start({ epochs: 60 });
    const stop = new AbortController();
    const running = runRound({ roundId: id }, context(stop.signal));
    await waitForState(id);
    await waitForStep(id);
    stop.abort();
    await expect(running).rejects.toThrow('this worker is to stop');
    expect(await stateOf(id)).toMatchObject({ state: 'interrupted' });
    await runRound({ roundId: id }, context());
    expect(await stateOf(id)).toMatchObject({ state: 'ready' });
    expect(await db().roundAttempt.count({ where: { roundId: id } })).toBe(2);
    expect(await filesOf(id)).toEqual(await filesOf(undisturbed.id));
  });

  it('is left alone by a worker that lost its claim: it writes nothing more', async () => {
    const { id } = await start({ epochs: 200 });
    const running = runRound({ roundId: id }, context());
    await waitForStep(id);
    await db().roundAttempt.updateMany({ where: { roundId: id }, data: { heartbeatAt: new Date(0) } });
    const claim = await claimUntilTaken(id);
    await running;
    const events = await db().roundEvent.count({ where: { roundId: id } });
    expect(await stateOf(id)).toMatchObject({ state: 'interrupted' });
    await expect(writeAsAttempt({ roundId: id, attempt: claim - 1 }, async () => 'written')).rejects.toThrow('no longer holds');
    await expect(moveRound({ roundId: id, attempt: claim - 1 }, { type: 'failed', reason: 'late' })).rejects.toThrow('no longer holds');
    expect(await db().roundEvent.count({ where: { roundId: id } })).toBe(events);
    await moveRound({ roundId: id, attempt: claim }, { type: 'cancelled' });
  });

  it('is not taken from a worker that was heard of lately', async () => {
    const { id } = await start();
    expect(await claimRound(id, 'a')).toEqual({ kind: 'claimed', attempt: 1 });
    expect(await claimRound(id, 'b')).toEqual({ kind: 'held' });
    await expect(runRound({ roundId: id }, context())).rejects.toThrow('in another worker');
    await moveRound({ roundId: id, attempt: 1 }, { type: 'cancelled' });
    expect(await claimRound(id, 'b')).toEqual({ kind: 'over' });
  });

  it('fails in plain words where its data are not what their hash says', async () => {
    const { id } = await start();
    const { snapshot } = await db().round.findUniqueOrThrow({ where: { id }, select: { snapshot: true } });
    const whole = await storage().read(snapshot?.storageKey ?? '');
    await storage().write(snapshot?.storageKey ?? '', Buffer.from('{}\n'));
    await expect(runRound({ roundId: id }, context())).rejects.toThrow('not what its hash says');
    expect(await stateOf(id)).toMatchObject({ state: 'failed', failureReason: expect.stringContaining('Start a new round') });
    await storage().write(snapshot?.storageKey ?? '', whole);
  });
});

/** Until the round has done a step. */
async function waitForStep(id: string): Promise<void> {
  while ((await stateOf(id)).step === 0) await nextTurn();
}

/** Until a state to go on from is kept. */
async function waitForState(id: string): Promise<void> {
  while (!(await storage().has(`rounds/${id}/states/1.bin`))) await nextTurn();
}

/** The old worker beats on until it is outrun. @returns the new attempt's number. */
async function claimUntilTaken(id: string): Promise<number> {
  for (;;) {
    const claim = await claimRound(id, 'test/2');
    if (claim.kind === 'claimed') return claim.attempt;
    await db().roundAttempt.updateMany({ where: { roundId: id }, data: { heartbeatAt: new Date(0) } });
  }
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
