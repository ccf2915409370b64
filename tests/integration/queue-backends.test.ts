import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { AppError } from '@/lib/core/errors/app-error';
import { db } from '@/lib/server/db/client';
import { adoptSettings } from '@/lib/server/env/env';
import { openQueue } from '@/lib/server/queue/backend';
import { closeQueues, countPending, enqueue } from '@/lib/server/queue/enqueue';
import type { HandlerContext } from '@/workers/handler';
import type { HandlerRegistry } from '@/workers/process-job';
import { type RunningWorkers, runWorkers } from '@/workers/run-workers';
import { findRedis, startRedis } from '../setup/redis';
import { createTestDatabase } from '../setup/test-database';

const redis = findRedis();

type Answer = (id: string, context: HandlerContext) => Promise<void>;

/** Handlers that tell the test of each call, by the document's id. */
const registryOf = (answer: Answer): HandlerRegistry => ({
  'read-document': async () => ({ handle: ({ documentId }, context) => answer(documentId, context) }),
  'run-round': async () => ({ handle: ({ roundId }, context) => answer(roundId, context) }),
});

interface Backend {
  readonly name: string;
  readonly start: () => Promise<{ readonly url: string; readonly stop: () => Promise<void> }>;
}

const backends: readonly Backend[] = [
  {
    name: 'PostgreSQL',
    start: async () => ({ url: (await createTestDatabase()).url, stop: () => Promise.resolve() }),
  },
  {
    name: redis ? 'Redis' : 'Redis (none here; Debian: apt install redis-server)',
    start: async () => {
      await createTestDatabase();
      return startRedis(redis ?? '', inject('scratchDir'));
    },
  },
];

describe.each(backends)('the queue on $name', ({ name, start }) => {
  describe.skipIf(name.startsWith('Redis') && !redis)('rings and answers', () => {
    let url = '';
    let stopServer: () => Promise<void> = () => Promise.resolve();
    const running: RunningWorkers[] = [];

    async function answerWith(answer: Answer): Promise<RunningWorkers> {
      const workers = await runWorkers({
        queue: { url },
        concurrency: { reading: 2, rounds: 1, evaluation: 1, 'pre-labels': 1 },
        registry: registryOf(answer),
        workerId: 'test',
      });
      running.push(workers);
      return workers;
    }

    beforeAll(async () => {
      const server = await start();
      ({ url, stop: stopServer } = server);
      adoptSettings({ QUEUE_URL: url });
    });

    afterAll(async () => {
      await Promise.all(running.map((workers) => workers.stop(0)));
      await closeQueues();
      await stopServer();
    });

    it('delivers ids to the handler, and what rang twice while waiting once', async () => {
      await enqueue('read-document', { documentId: 'a' });
      await enqueue('read-document', { documentId: 'a' });
      await enqueue('read-document', { documentId: 'b' });
      expect(await countPending('reading')).toBe(2);
      const seen: string[] = [];
      let announce = (): void => undefined;
      const all = new Promise<void>((resolve) => (announce = resolve));
      const workers = await answerWith(async (id) => {
        seen.push(id);
        if (seen.includes('a') && seen.includes('b')) announce();
      });
      await all;
      await workers.stop(10_000);
      expect(seen.toSorted()).toEqual(['a', 'b']);
      expect(await countPending('reading')).toBe(0);
    });

    it('tries again what may pass, and not what will not', async () => {
      const calls = new Map<string, number>();
      let announce = (): void => undefined;
      const mended = new Promise<void>((resolve) => (announce = resolve));
      const workers = await answerWith(async (id) => {
        calls.set(id, (calls.get(id) ?? 0) + 1);
        if (id === 'broken') throw new AppError('broken-file', 'It will not get better.');
        if (calls.get(id) === 1) throw new AppError('unavailable', 'The disk is full.');
        announce();
      });
      await enqueue('read-document', { documentId: 'broken' });
      await enqueue('read-document', { documentId: 'passing' });
      await mended;
      await workers.stop(10_000);
      expect(Object.fromEntries(calls)).toEqual({ broken: 1, passing: 2 });
    });

    it('refuses a payload that does not fit before any handler sees it', async () => {
      const queue = openQueue({ url }, 'reading');
      await queue.add('read-document', { documentId: 7 }, { attempts: 3 });
      await queue.add('no-such-job', {}, { attempts: 3 });
      const seen: string[] = [];
      let announce = (): void => undefined;
      const last = new Promise<void>((resolve) => (announce = resolve));
      const workers = await answerWith(async (id) => {
        seen.push(id);
        announce();
      });
      await enqueue('read-document', { documentId: 'good' });
      await last;
      await workers.stop(10_000);
      const failed = await queue.getFailed();
      await queue.close();
      expect(seen).toEqual(['good']);
      expect(failed.map(({ attemptsMade }) => attemptsMade)).toEqual([1, 1]);
    });

    it('runs one round at a time', async () => {
      let atWork = 0;
      let most = 0;
      let left = 3;
      let announce = (): void => undefined;
      const all = new Promise<void>((resolve) => (announce = resolve));
      const workers = await answerWith(async () => {
        atWork += 1;
        most = Math.max(most, atWork);
        await db().$queryRaw`select 1`;
        atWork -= 1;
        left -= 1;
        if (left === 0) announce();
      });
      for (const roundId of ['1', '2', '3']) await enqueue('run-round', { roundId });
      await all;
      await workers.stop(10_000);
      expect(most).toBe(1);
    });

    it('aborts what is at work when the worker must stop', async () => {
      let began = (): void => undefined;
      const isAtWork = new Promise<void>((resolve) => (began = resolve));
      let reason: unknown = null;
      const workers = await answerWith(async (_id, { signal }) => {
        began();
        await new Promise<void>((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            reason = signal.reason;
            reject(signal.reason as Error);
          });
        });
      });
      await enqueue('run-round', { roundId: 'long' });
      await isAtWork;
      await workers.stop(0);
      expect(reason).toMatchObject({ message: 'The worker is stopping.' });
      // It waits to be tried again.
      expect(await countPending('rounds')).toBe(1);
    });
  });
});
