import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { env } from '../env/env';
import { log } from '../logging/log';
import { roundChannel } from '../repositories/round-bell';

/** Looked at so often while the bell is heard: some things change without a write, such as a worker that is silent. */
const calmMs = 2_000;
/** While the bell is not heard: the database is away, or refuses another connection. */
const deafMs = 400;
/** No two looks are closer together, however often it rings. */
const leastMs = 100;
const reconnectMs = 1_000;

interface Listening {
  /** Of each stream that follows a round. */
  readonly ears: Map<object, { readonly roundId: string; readonly hear: () => void }>;
  client: pg.Client | null;
  isHeard: boolean;
}

// One connection for all streams of this process, however often the dev server evaluates this module.
const holder = globalThis as typeof globalThis & { hundredfoldRoundBell?: Listening };
const listening = (): Listening => (holder.hundredfoldRoundBell ??= { ears: new Map(), client: null, isHeard: false });

async function connect(): Promise<void> {
  const shared = listening();
  const client = new pg.Client({ connectionString: env().DATABASE_URL });
  shared.client = client;
  const lose = (error?: unknown): void => {
    if (shared.client !== client) return;
    shared.client = null;
    shared.isHeard = false;
    if (error !== undefined) log().warn({ err: error }, 'the bell of rounds is not heard; streams look by themselves');
    void client.end().catch(() => undefined);
    setTimeout(() => {
      if (shared.ears.size > 0 && !shared.client) void connect();
    }, reconnectMs).unref();
  };
  client.on('error', lose);
  client.on('end', () => lose());
  client.on('notification', ({ payload }) => {
    for (const { roundId, hear } of shared.ears.values()) if (roundId === payload) hear();
  });
  try {
    await client.connect();
    await client.query(`listen ${roundChannel}`);
    shared.isHeard = shared.client === client;
    // What was written before it was heard is looked at now.
    for (const { hear } of shared.ears.values()) hear();
  } catch (error) {
    lose(error);
  }
}

export interface RoundBell {
  /**
   * Until the round is to be looked at again: there is something new, or it is time.
   * @param mostMs where the caller has something to do of its own by then.
   */
  readonly next: (mostMs?: number) => Promise<void>;
  readonly close: () => void;
}

/** Hears of the round's news through the database. The last one that closes ends the connection. */
export function openRoundBell(roundId: string): RoundBell {
  const shared = listening();
  const self = {};
  let isRung = false;
  let wake = (): void => undefined;
  shared.ears.set(self, { roundId, hear: () => ((isRung = true), wake()) });
  if (!shared.client) void connect();
  return {
    next: async (mostMs = Infinity) => {
      await delay(leastMs);
      if (!isRung) {
        let timer: NodeJS.Timeout | undefined;
        await new Promise<void>((resolve) => {
          wake = resolve;
          timer = setTimeout(resolve, Math.min(mostMs, shared.isHeard ? calmMs : deafMs) - leastMs);
        });
        clearTimeout(timer);
      }
      isRung = false;
    },
    close: () => {
      shared.ears.delete(self);
      if (shared.ears.size > 0) return;
      const { client } = shared;
      shared.client = null;
      shared.isHeard = false;
      void client?.end().catch(() => undefined);
    },
  };
}
