import { afterAll } from 'vitest';
import { disconnectDb } from '@/lib/server/db/client';
import { closeQueues } from '@/lib/server/queue/enqueue';

/** Ends what a test file opened towards its database. */
afterAll(async () => {
  await closeQueues();
  await disconnectDb();
});
