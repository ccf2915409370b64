import type { CheckpointRole } from './manifest';

interface Candidate {
  readonly manifest: { readonly role: CheckpointRole; readonly step: number };
}

/**
 * Which of the trained checkpoints a round keeps: that with the best F1 on
 * validation, of equals and unmeasured ones the latest.
 * @param f1ByStep F1 on validation, by step.
 */
export function chooseBest<Checkpoint extends Candidate>(
  checkpoints: readonly Checkpoint[],
  f1ByStep: ReadonlyMap<number, number>,
): Checkpoint | null {
  const f1Of = ({ manifest }: Checkpoint): number => f1ByStep.get(manifest.step) ?? -1;
  return checkpoints
    .filter(({ manifest }) => manifest.role === 'trained')
    .reduce<Checkpoint | null>((best, one) => {
      if (best === null) return one;
      const gain = f1Of(one) - f1Of(best);
      return gain > 0 || (gain === 0 && one.manifest.step > best.manifest.step) ? one : best;
    }, null);
}
