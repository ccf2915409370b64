import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Actor } from '@/lib/core/access/roles';
import { roundChannel } from '@/lib/server/repositories/round-bell';
import { claimRound, moveRound } from '@/lib/server/repositories/round-attempt';
import { openRoundBell } from '@/lib/server/rounds/round-bell';
import { cancelRound } from '@/lib/server/use-cases/rounds/cancel-round';
import { startRound } from '@/lib/server/use-cases/rounds/start-round';
import { stopRound } from '@/lib/server/use-cases/rounds/stop-round';
import { createPulse } from '@/workers/outside/pulse';
import { openJournal } from '@/workers/rounds/journal';
import { createLabelledProject } from '../fixtures/labelled-project';
import { createPerson } from '../setup/people';
import { createTestDatabase } from '../setup/test-database';

let lead: Actor;
let ears: pg.Client;
const heard: string[] = [];

beforeAll(async () => {
  const { url } = await createTestDatabase();
  await createLabelledProject('reports', { seed: 8, validation: 3, test: 3 });
  lead = await createPerson({ roles: { reports: ['lead'] } });
  ears = new pg.Client({ connectionString: url });
  ears.on('notification', ({ payload }) => heard.push(payload ?? ''));
  await ears.connect();
  await ears.query(`listen ${roundChannel}`);
});
afterAll(() => ears.end());
afterEach(() => vi.useRealTimers());

/** How often the round rang while this was done; what was sent before a query's answer is here with it. */
async function ringsOf(roundId: string, work: () => Promise<unknown>): Promise<number> {
  heard.length = 0;
  await work();
  await ears.query('select 1');
  return heard.filter((id) => id === roundId).length;
}

describe('what happens to a round is told to those who follow it', () => {
  it('rings where it is claimed, moves on, says something, or somebody asks something of it; not at a mere sign of life', async () => {
    const { id } = await startRound(lead, { projectId: 'reports', requestId: 'rings-a-bell', recipe: { engine: 'embedded' } });
    const fence = { roundId: id, attempt: 1 };
    const journal = openJournal(fence, new AbortController().signal);
    expect(await ringsOf(id, () => claimRound(id, 'worker/1'))).toBe(1);
    expect(await ringsOf(id, () => moveRound(fence, { type: 'prepared' }))).toBe(1);
    expect(await ringsOf(id, () => journal.write())).toBe(0);
    journal.add({ type: 'log', level: 'info', message: 'half-way' });
    expect(await ringsOf(id, () => journal.write())).toBe(1);
    expect(await ringsOf(id, () => stopRound(lead, { projectId: 'reports', roundId: id, how: 'pause' }))).toBe(1);
    const bell = openRoundBell(id);
    expect(await ringsOf(id, async () => Promise.all([bell.next(), cancelRound(lead, { projectId: 'reports', roundId: id })]))).toBe(1);
    bell.close();
  });
});

describe('the pulse of a trainer\'s supervision', () => {
  it('beats soon after the first of several lines, once for all of them, and slowly where nothing is said', async () => {
    vi.useFakeTimers();
    const pulse = createPulse(150, 700);
    const beats: number[] = [];
    const begun = Date.now();
    const follow = async (): Promise<void> => {
      for (let count = 0; count < 3; count += 1) {
        await pulse.next();
        beats.push(Date.now() - begun);
      }
    };
    const followed = follow();
    await vi.advanceTimersByTimeAsync(50);
    for (let line = 0; line < 5; line += 1) pulse.ring();
    await vi.advanceTimersByTimeAsync(800);
    pulse.ring();
    await vi.advanceTimersByTimeAsync(400);
    await followed;
    pulse.stop();
    expect(beats).toEqual([150, 850, 1000]);
  });
});
