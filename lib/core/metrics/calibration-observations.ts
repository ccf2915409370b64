import type { Observation } from './calibration';
import type { TypedLeaf } from './typed-errors';

export interface DocumentObservations {
  readonly observations: readonly Observation[];
  /** Predicted leaves of which the model did not say how sure it was. */
  readonly withoutConfidence: number;
}

/**
 * One observation for each predicted leaf with a confidence. What a model left
 * out has no pointer in its record and so no confidence: calibration says how
 * far to trust what is there, not what is missing.
 * @param confidence pointer of a predicted leaf → probability (`Prediction.confidence`)
 */
export function observationsOf(
  leaves: Iterable<Pick<TypedLeaf, 'predictionPointer' | 'type'>>,
  confidence: Readonly<Record<string, number>>,
): DocumentObservations {
  const observations: Observation[] = [];
  let withoutConfidence = 0;
  for (const { predictionPointer, type } of leaves) {
    if (predictionPointer === null) continue;
    const probability = Object.hasOwn(confidence, predictionPointer) ? confidence[predictionPointer] : undefined;
    if (probability === undefined) withoutConfidence++;
    else observations.push({ confidence: probability, isRight: type === 'right' });
  }
  return { observations, withoutConfidence };
}
