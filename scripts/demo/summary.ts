import { writeFile } from 'node:fs/promises';
import Table from 'cli-table3';
import type { CheckpointRole } from '@/lib/core/round/manifest';
import { recipeSchema, warmStartLabels } from '@/lib/core/round/recipe';
import { type RoundSummary, roundSummarySchema } from '@/lib/core/round/summary';
import { scoringVersion } from '@/lib/core/scoring';
import { db } from '@/lib/server/db/client';
import { microFigureSchema } from '@/lib/server/evaluation/stored-figures';
import { findLatestEvaluations } from '@/lib/server/repositories/evaluation';
import { pagesPerSecond } from './documents';
import { demoProjectId } from './loop';

interface CheckpointFigure {
  readonly role: string;
  readonly name: string;
  /** Micro F1 on the test split with its 95 % interval, 0–1. */
  readonly f1: number;
  readonly low: number;
  readonly high: number;
}

export interface DemoFigures {
  readonly documents: number;
  readonly ocrPagesPerSecond: number | null;
  readonly picked: number;
  readonly labelled: number;
  readonly rewardStart: number | null;
  readonly rewardEnd: number | null;
  readonly roundSeconds: number;
  readonly testDocuments: number;
  readonly checkpoints: readonly CheckpointFigure[];
  /** On documents from elsewhere; null where the project has no transfer suite. */
  readonly transfer: { readonly suite: string; readonly documents: number; readonly checkpoints: readonly CheckpointFigure[] } | null;
  readonly warnings: readonly string[];
  /** Of this run of the demo; a second run has little left to do. */
  readonly seconds: { readonly firstPage: number; readonly loop: number };
  readonly url: string;
}

/** F1 of the round's checkpoints on the demo's transfer suite. */
async function transferFigures(summary: RoundSummary, names: Readonly<Record<CheckpointRole, string>>): Promise<DemoFigures['transfer']> {
  const ids = summary.checkpoints.map(({ checkpointId }) => checkpointId);
  const evaluations = (await findLatestEvaluations(demoProjectId, scoringVersion, ids)).filter(({ split }) => split === 'transfer');
  const [first] = evaluations;
  if (!first) return null;
  return {
    suite: first.suite,
    documents: first.documentCount,
    checkpoints: summary.checkpoints.flatMap(({ checkpointId, role }) => {
      const found = evaluations.find((one) => one.checkpointId === checkpointId && one.suite === first.suite);
      if (!found) return [];
      const { f1, low, high } = microFigureSchema.parse(found.micro);
      return [{ role, name: names[role], f1, low, high }];
    }),
  };
}

/** The figures of the demo's round as the database has them. */
export async function collectFigures(
  roundId: string,
  picked: number,
  seconds: DemoFigures['seconds'],
  url: string,
): Promise<DemoFigures> {
  const [documents, labelled, speed, round] = await Promise.all([
    db().document.count({ where: { projectId: demoProjectId } }),
    db().document.count({ where: { projectId: demoProjectId, split: 'seed', goldAnnotationId: { not: null } } }),
    pagesPerSecond(demoProjectId),
    db().round.findUniqueOrThrow({ where: { id: roundId }, select: { summary: true, recipe: true } }),
  ]);
  const summary = roundSummarySchema.parse(round.summary);
  const recipe = recipeSchema.parse(round.recipe);
  const names: Readonly<Record<CheckpointRole, string>> = {
    'warm-start': `warm start on ${warmStartLabels(recipe, summary.labels) ?? 0} labels`,
    'warm-start-all': `warm start on ${summary.labels} labels, no RL`,
    trained: `trained (RLVR on ${summary.labels} labels)`,
  };
  const evaluated = summary.checkpoints.flatMap(({ role, test }) => (test ? [{ role, name: names[role], ...test }] : []));
  return {
    documents,
    ocrPagesPerSecond: speed,
    picked,
    labelled,
    rewardStart: summary.rewardStart,
    rewardEnd: summary.rewardEnd,
    roundSeconds: summary.seconds,
    testDocuments: evaluated[0]?.documents ?? 0,
    checkpoints: evaluated.map(({ role, name, f1, low, high }) => ({ role, name, f1, low, high })),
    transfer: await transferFigures(summary, names),
    warnings: summary.warnings,
    seconds,
    url,
  };
}

const fixed = (value: number | null, digits: number): string => (value === null ? '—' : value.toFixed(digits));
const percent = (share: number): string => (share * 100).toFixed(1);

/** The closing table of the demo. */
export function formatFigures(figures: DemoFigures): string {
  const table = new Table({ head: ['', 'figure'], style: { head: [], border: [] } });
  table.push(
    ['documents', String(figures.documents)],
    ['OCR', `${fixed(figures.ocrPagesPerSecond, 2)} pages/s`],
    ['picked', String(figures.picked)],
    ['labelled (simulated)', String(figures.labelled)],
    ['reward, start → end', `${fixed(figures.rewardStart, 3)} → ${fixed(figures.rewardEnd, 3)} (of 2)`],
    ['round', `${figures.roundSeconds.toFixed(0)} s`],
    ...figures.checkpoints.map(({ name, f1, low, high }): [string, string] => [
      `F1 on ${figures.testDocuments} test documents: ${name}`,
      `${percent(f1)} (95 %: ${percent(low)}–${percent(high)})`,
    ]),
    ...(figures.transfer?.checkpoints ?? []).map(({ name, f1, low, high }): [string, string] => [
      `F1 on ${figures.transfer?.documents ?? 0} from elsewhere (${figures.transfer?.suite ?? ''}): ${name}`,
      `${percent(f1)} (95 %: ${percent(low)}–${percent(high)})`,
    ]),
    ['first page after', `${figures.seconds.firstPage.toFixed(0)} s`],
    ['whole loop', `${figures.seconds.loop.toFixed(0)} s`],
  );
  return [table.toString(), ...figures.warnings.map((warning) => `warning: ${warning}`)].join('\n');
}

export const writeFigures = (file: string, figures: DemoFigures): Promise<void> =>
  writeFile(file, `${JSON.stringify(figures, null, 2)}\n`);
