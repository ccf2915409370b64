import { loadPredictor } from '../engines/load-predictor';
import { evaluateWith } from '../evaluation/evaluate-with';
import type { Handler } from '../handler';

/** As for every checkpoint; the predictions are made by the trainer's own process. */
export const handle: Handler<'evaluate-outside-checkpoint'> = ({ checkpointId }, { signal }) => evaluateWith(loadPredictor, checkpointId, signal);
