import { z } from 'zod';

/**
 * The contract between those who ring and those who answer: name, payload (ids
 * only, never what a document says) and retry policy. Both sides import this
 * file; handlers are in `workers/handlers` and the producer never loads them.
 */
interface JobDefinition<Payload extends z.ZodType = z.ZodType> {
  readonly queue: QueueName;
  readonly payload: Payload;
  readonly attempts: number;
  readonly backoffMs: number;
  /** Two rings for one thing while the first waits are one job. */
  readonly jobId: (payload: z.output<Payload>) => string;
}

/** One queue for each kind of machine time, so that a round never waits for OCR; `cards` is for workers with a GPU, `ray` for those that know of a cluster. */
export const queueNames = ['reading', 'rounds', 'evaluation', 'pre-labels', 'cards', 'ray'] as const;
export type QueueName = (typeof queueNames)[number];

const define = <Payload extends z.ZodType>(job: JobDefinition<Payload>): JobDefinition<Payload> => job;

export const jobs = {
  /** OCR (or take given words) of one document, then its sampler features. */
  'read-document': define({
    queue: 'reading',
    payload: z.object({ documentId: z.string() }),
    attempts: 4,
    backoffMs: 1_000,
    jobId: ({ documentId }) => `read-${documentId}`,
  }),
  'run-round': define({
    queue: 'rounds',
    payload: z.object({ roundId: z.string() }),
    attempts: 5,
    backoffMs: 2_000,
    jobId: ({ roundId }) => `round-${roundId}`,
  }),
  /** Predict and score what a checkpoint has not seen yet (splits, next in queue). */
  'evaluate-checkpoint': define({
    queue: 'evaluation',
    payload: z.object({ checkpointId: z.string() }),
    attempts: 4,
    backoffMs: 2_000,
    jobId: ({ checkpointId }) => `evaluate-${checkpointId}`,
  }),
  /** Train the project's pre-label model where it is due, predict the next documents of the queue. */
  'keep-pre-labels': define({
    queue: 'pre-labels',
    payload: z.object({ projectId: z.string() }),
    attempts: 2,
    backoffMs: 5_000,
    jobId: ({ projectId }) => `pre-labels-${projectId}`,
  }),
  /** A round of an engine that trains in a process of its own. */
  'run-outside-round': define({
    queue: 'cards',
    payload: z.object({ roundId: z.string() }),
    attempts: 5,
    backoffMs: 2_000,
    jobId: ({ roundId }) => `outside-round-${roundId}`,
  }),
  'evaluate-outside-checkpoint': define({
    queue: 'cards',
    payload: z.object({ checkpointId: z.string() }),
    attempts: 4,
    backoffMs: 2_000,
    jobId: ({ checkpointId }) => `evaluate-outside-${checkpointId}`,
  }),
  /** A round that trains as a job of a Ray cluster. */
  'run-ray-round': define({
    queue: 'ray',
    payload: z.object({ roundId: z.string() }),
    attempts: 5,
    backoffMs: 2_000,
    jobId: ({ roundId }) => `ray-round-${roundId}`,
  }),
  'evaluate-ray-checkpoint': define({
    queue: 'ray',
    payload: z.object({ checkpointId: z.string() }),
    attempts: 4,
    backoffMs: 2_000,
    jobId: ({ checkpointId }) => `evaluate-ray-${checkpointId}`,
  }),
} as const;

export type JobName = keyof typeof jobs;
export type JobPayload<Name extends JobName> = z.output<(typeof jobs)[Name]['payload']>;

/** Which bell a round of the engine rings. */
export function roundJobOf(engine: string): 'run-round' | 'run-outside-round' | 'run-ray-round' {
  if (engine === 'embedded') return 'run-round';
  return engine === 'ray' ? 'run-ray-round' : 'run-outside-round';
}

/**
 * Which bell rings for a checkpoint of the engine.
 * @param isByRay whether only a Ray cluster is there to predict with the trainer.
 */
export function evaluationJobOf(engine: string, isByRay: boolean): 'evaluate-checkpoint' | 'evaluate-outside-checkpoint' | 'evaluate-ray-checkpoint' {
  if (engine === 'embedded') return 'evaluate-checkpoint';
  return isByRay ? 'evaluate-ray-checkpoint' : 'evaluate-outside-checkpoint';
}
