import type { InspectedRollout } from '@/lib/core/round/inspect-rollout';

/** A sampled completion as GET …/rollouts answers it. */
export interface RolloutView {
  readonly step: number;
  readonly documentId: string;
  readonly documentName: string;
  readonly completion: string;
  readonly reward: number;
  readonly advantage: number;
  readonly group?: number;
  readonly requested?: readonly string[] | null;
  readonly rewardFormat?: number;
  readonly rewardMatching?: number;
  readonly rewardEvidence?: number;
  readonly precision?: number;
  readonly recall?: number;
  readonly tokens?: number;
  readonly truncated?: boolean;
  readonly isZeroVariance: boolean;
  /** Null where the round's data are gone. */
  readonly inspected: InspectedRollout | null;
}

export interface RolloutPage {
  readonly steps: readonly number[];
  /** Null where rollouts of all steps are shown. */
  readonly step: number | null;
  readonly rollouts: readonly RolloutView[];
}

/** "+0.71" with a true minus sign. */
export const signed = (value: number): string =>
  Math.abs(value) < 0.005 ? '0' : `${value > 0 ? '+' : '−'}${Math.abs(value).toFixed(2)}`;

export function advantageColour(advantage: number): string {
  if (Math.abs(advantage) < 0.005) return 'dimmed';
  return advantage > 0 ? 'var(--hf-right)' : 'var(--hf-wrong)';
}
