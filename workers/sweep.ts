import { roundJobOf } from '@/lib/jobs/definitions';
import { ringEvaluations } from '@/lib/server/evaluation/ring-evaluations';
import { countPending, enqueue } from '@/lib/server/queue/enqueue';
import { findLabelledProjects } from '@/lib/server/repositories/label';
import { attemptSilenceMs } from '@/lib/server/repositories/round-attempt';
import {
  findUnevaluatedCheckpoints,
  findUnheldRounds,
  findUnreadDocuments,
} from '@/lib/server/repositories/unfinished-work';
import { isDue } from './prelabels/train-where-due';

const dayMs = 24 * 60 * 60 * 1000;

interface SweepOptions {
  readonly now: Date;
  /**
   * Set where no other worker is up: jobs that a dead one still holds are rung
   * for anew under this name, instead of waiting for their lock to run out.
   */
  readonly takeOverAs: string | null;
}

/** How often a bell was rung again, by job. */
export interface SweepReport {
  readonly documents: number;
  readonly rounds: number;
  readonly checkpoints: number;
  /** Projects whose labels wait for a pre-label model. */
  readonly preLabels: number;
}

/**
 * Rings again for rows that ask for work and may have no job: the row is the
 * truth, and a bell can be lost with the queue or with a worker (invariant 4).
 * Where the job is there, or the work is done meanwhile, nothing happens.
 */
export async function sweep({ now, takeOverAs }: SweepOptions): Promise<SweepReport> {
  const unread = await findUnreadDocuments();
  // Thousands may be waiting in order: as many jobs as documents means that no bell was lost.
  const documents = takeOverAs === null && (await countPending('reading')) >= unread.length ? [] : unread;
  for (const { id, readState } of documents) {
    const isHeldByDead = takeOverAs !== null && readState === 'reading';
    await enqueue('read-document', { documentId: id }, isHeldByDead ? takeOverAs : undefined);
  }
  const rounds = await findUnheldRounds(new Date(now.getTime() - attemptSilenceMs));
  for (const { id, engine, attempts } of rounds) {
    await enqueue(roundJobOf(engine), { roundId: id }, attempts === 0 ? undefined : `after-${attempts}`);
  }
  const checkpoints = await findUnevaluatedCheckpoints(new Date(now.getTime() - dayMs));
  await ringEvaluations(checkpoints, takeOverAs ?? undefined);
  let preLabels = 0;
  for (const projectId of await findLabelledProjects()) {
    if (!(await isDue(projectId))) continue;
    await enqueue('keep-pre-labels', { projectId }, takeOverAs ?? undefined);
    preLabels++;
  }
  return { documents: documents.length, rounds: rounds.length, checkpoints: checkpoints.length, preLabels };
}
