import type { HeldOut } from '@/lib/core/evaluation/held-out';
import { isSameHeldOut } from '@/lib/core/evaluation/held-out';
import { scoringVersion } from '@/lib/core/scoring';
import { type EvaluationRow, findEvaluations } from '../repositories/evaluation';
import type { ComparedCheckpointRow } from './checkpoints-to-compare';
import { schemaInUse } from './checkpoints-to-compare';
import { goldHashOf } from './gold-hash';
import { type LoadedGold, loadHeldOutGold } from './load-gold';

/** How a checkpoint stands on one held-out split or suite. */
export interface FiguresOn {
  readonly row: ComparedCheckpointRow;
  readonly gold: LoadedGold;
  /** The newest under the scoring version in use. */
  readonly evaluation: EvaluationRow | null;
  /** Gold or documents have changed since it was made. */
  readonly isStale: boolean;
  /** The newest under another scoring version, where there is none under the one in use. */
  readonly older: EvaluationRow | null;
}

/** Figures of the checkpoints on each of the held-out splits and suites; gold is read once for each schema version. */
export async function figuresOn(
  projectId: string,
  rows: readonly ComparedCheckpointRow[],
  heldOut: readonly HeldOut[],
): Promise<readonly (readonly FiguresOn[])[]> {
  const evaluations = await findEvaluations(projectId, rows.map(({ id }) => id));
  return Promise.all(
    heldOut.map(async (place) => {
      const golds = new Map<string, Promise<LoadedGold>>();
      return Promise.all(
        rows.map(async (row): Promise<FiguresOn> => {
          const version = schemaInUse(row.schemaVersion);
          const loading = golds.get(version.id) ?? loadHeldOutGold(projectId, place, version);
          golds.set(version.id, loading);
          const gold = await loading;
          const here = evaluations.filter((one) => one.checkpointId === row.id && isSameHeldOut(one as HeldOut, place));
          const evaluation = here.find((one) => one.scoringVersion === scoringVersion) ?? null;
          return {
            row,
            gold,
            evaluation,
            isStale: evaluation !== null && evaluation.goldHash !== goldHashOf(version, gold.documents),
            older: evaluation ? null : (here[0] ?? null),
          };
        }),
      );
    }),
  );
}
