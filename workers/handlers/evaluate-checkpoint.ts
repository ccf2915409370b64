import { loadPredictor } from '../engines/load-predictor';
import { evaluateWith } from '../evaluation/evaluate-with';
import type { Handler } from '../handler';

/** Scores a checkpoint on what it has not been scored on and pre-labels the next documents. */
export const handle: Handler<'evaluate-checkpoint'> = ({ checkpointId }, { signal }) => evaluateWith(loadPredictor, checkpointId, signal);
