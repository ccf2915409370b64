import { UnrecoverableError } from 'bullmq';
import { type ErrorCode, isAppError } from '@/lib/core/errors/app-error';
import { type JobName, jobs } from '@/lib/jobs/definitions';
import type { HandlerContext, HandlerModule } from './handler';

/** Refusals that may not be there any more at the next try. */
const passingCodes: ReadonlySet<ErrorCode> = new Set(['unavailable', 'internal', 'not-ready', 'locked', 'conflict', 'rate-limited']);

/** How each job's handler is loaded. */
export type HandlerRegistry = { readonly [Name in JobName]?: () => Promise<HandlerModule<Name>> };

const isJobName = (name: string): name is JobName => Object.hasOwn(jobs, name);

/**
 * Parses what the queue delivered, then runs its handler.
 * @throws UnrecoverableError for what another try cannot mend.
 */
export async function processJob(
  registry: HandlerRegistry,
  job: { readonly name: string; readonly data: unknown },
  context: HandlerContext,
): Promise<void> {
  const { name } = job;
  const load = isJobName(name) ? registry[name] : undefined;
  if (!isJobName(name) || !load) throw new UnrecoverableError(`No handler for "${name}".`);
  const payload = jobs[name].payload.safeParse(job.data);
  if (!payload.success) throw new UnrecoverableError(`The payload of "${name}" does not fit: ${payload.error.message}`);
  const { handle } = await load();
  try {
    await (handle as (payload: unknown, context: HandlerContext) => Promise<void>)(payload.data, context);
  } catch (error) {
    if (isAppError(error) && !passingCodes.has(error.code)) throw new UnrecoverableError(`${error.code}: ${error.message}`);
    throw error;
  }
}
