import { createHash, timingSafeEqual } from 'node:crypto';
import type { Actor } from '@/lib/core/access/roles';
import { env } from '../env/env';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const worker: Actor = { userId: 'worker', isAdmin: false, roles: {}, isWorker: true };

/** The worker that sent this request; null where it shows no token, a wrong one, or none is set here. */
export function currentWorker(request: Request): Actor | null {
  const { WORKER_TOKEN } = env();
  const shown = request.headers.get('authorization')?.match(/^Bearer (.+)$/)?.[1];
  if (WORKER_TOKEN === undefined || shown === undefined) return null;
  return timingSafeEqual(digest(shown), digest(WORKER_TOKEN)) ? worker : null;
}
