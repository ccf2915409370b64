import { evaluationJobOf } from '@/lib/jobs/definitions';
import { enqueue } from '../queue/enqueue';
import { findCapabilities } from '../rounds/engines';

interface Rung {
  readonly id: string;
  readonly engine: string;
}

/**
 * Rings for checkpoints to be scored on what they have not been scored on. One
 * that needs the trainer goes to a worker that has it, else to a Ray cluster.
 * @param again name under which jobs that are there already are rung for anew.
 */
export async function ringEvaluations(checkpoints: readonly Rung[], again?: string): Promise<void> {
  if (checkpoints.length === 0) return;
  const workers = await findCapabilities();
  const isThere = (engine: string): boolean => workers.some(({ engines }) => engines.includes(engine));
  const isByRay = !isThere('trl') && isThere('ray');
  for (const { id, engine } of checkpoints) await enqueue(evaluationJobOf(engine, isByRay), { checkpointId: id }, again);
}
