import { klDivergence } from '../model/softmax';

export interface SurrogateSettings {
  /** The ratio stays in [1 − clipLow, 1 + clipHigh] (DAPO's clip-higher). */
  readonly clipLow: number;
  readonly clipHigh: number;
  readonly klCoefficient: number;
}

/** What is counted over the choices of a step. */
export interface SurrogateTally {
  choices: number;
  clipped: number;
  /** Sum of the exact KL, in nats. */
  divergence: number;
}

/** One rollout's choice at a softmax, its old log-probability and its advantage. */
export interface WeighedChoice {
  readonly choice: number;
  readonly oldLog: number;
  readonly advantage: number;
}

/**
 * Adds to `slopes` the gradient, by logit, of
 * Σ over choices of −min(ρA, clip(ρ)A) + β·KL(π ‖ reference), times `share`,
 * where ρ = π/π_old (arXiv 2506.13363 §3.1; the KL exact, over all outcomes).
 * True where any slope is not zero.
 */
export function addSurrogateSlopes(
  logs: Float64Array,
  reference: Float64Array,
  choices: readonly WeighedChoice[],
  settings: SurrogateSettings,
  share: number,
  slopes: Float64Array,
  tally: SurrogateTally,
): void {
  let pull = 0;
  for (const { choice, oldLog, advantage } of choices) {
    const ratio = Math.exp((logs[choice] as number) - oldLog);
    tally.choices++;
    const isClipped =
      (advantage > 0 && ratio > 1 + settings.clipHigh) || (advantage < 0 && ratio < 1 - settings.clipLow);
    if (isClipped) {
      tally.clipped++;
      continue;
    }
    // d(−ρA)/dz = −ρA·(onehot − p)
    const weight = ratio * advantage * share;
    pull += weight;
    slopes[choice] = (slopes[choice] as number) - weight;
  }
  const divergence = klDivergence(logs, reference);
  tally.divergence += divergence * choices.length;
  const hold = settings.klCoefficient * share * choices.length;
  for (let i = 0; i < slopes.length; i++) {
    const log = logs[i] as number;
    if (log < -30) continue;
    const probability = Math.exp(log);
    // dKL/dz = p·(log p − log q − KL)
    const drift = log - (reference[i] as number) - divergence;
    slopes[i] = (slopes[i] as number) + probability * (pull + hold * drift);
  }
}
