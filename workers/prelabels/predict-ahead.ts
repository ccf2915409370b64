import { loadSuggesters } from '@/lib/server/prelabels/load-suggesters';
import { findCheckpointForRun } from '@/lib/server/repositories/checkpoint';
import { findNextInQueue, findPredicted } from '@/lib/server/repositories/prediction';
import { loadPredictor } from '../engines/load-predictor';
import { predictQueue } from '../evaluation/evaluate-checkpoint';
import type { Pause } from './give-way';
import { predictMissing } from './predict-missing';

/** Suggestions ready ahead of the annotators. */
const queueAhead = 20;

/** Has the model that suggests now read the next documents of the queue. Checkpoints of other engines are asked elsewhere. */
export async function predictAhead(projectId: string, pause: Pause): Promise<void> {
  const { order, preLabelModel } = await loadSuggesters(projectId);
  const [first] = order;
  if (!first) return;
  const next = await findNextInQueue(projectId, queueAhead);
  if (first.kind === 'pre-labels') {
    if (preLabelModel) await predictMissing(preLabelModel, next, pause);
    return;
  }
  if ((await findPredicted(first.id, next)).size === next.length) return;
  const checkpoint = await findCheckpointForRun(first.id);
  if (checkpoint?.engine === 'embedded') await predictQueue(checkpoint, await loadPredictor(checkpoint), pause);
}
