import type { JobName, JobPayload } from '@/lib/jobs/definitions';

/** What a handler gets beside its payload. */
export interface HandlerContext {
  /** Aborted when the job's claim is lost or the process stops: leave off at the next safe point. */
  readonly signal: AbortSignal;
  /** Names this process in claims: host, pid and a random part. */
  readonly workerId: string;
  /** Cards that this process has to train on; none on the CPU. */
  readonly cards?: number;
}

/**
 * Answers one kind of bell. It may be delivered twice, and again after a crash:
 * it claims by conditional update and does what the rows still ask for.
 */
export type Handler<Name extends JobName> = (payload: JobPayload<Name>, context: HandlerContext) => Promise<void>;

/** The module `workers/handlers/<job-name>.ts`. */
export interface HandlerModule<Name extends JobName> {
  readonly handle: Handler<Name>;
}
