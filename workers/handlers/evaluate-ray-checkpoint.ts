import { evaluateWith } from '../evaluation/evaluate-with';
import { rayEngine } from '../ray/ray-engine';
import type { Handler } from '../handler';

/** As for every checkpoint; the predictions are made by a job of the Ray cluster. */
export const handle: Handler<'evaluate-ray-checkpoint'> = ({ checkpointId }, { signal }) =>
  evaluateWith(rayEngine().openPredictor, checkpointId, signal);
