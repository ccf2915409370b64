import { writeFile } from 'node:fs/promises';
import Table from 'cli-table3';
import type { CheckpointRole } from '@/lib/core/round/manifest';
import { recipeSchema } from '@/lib/core/round/recipe';
import { roundSummarySchema } from '@/lib/core/round/summary';
import { db } from '@/lib/server/db/client';
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
  readonly warnings: readonly string[];
  /** Of this run of the demo; a second run has little left to do. */
  readonly seconds: { readonly firstPage: number; readonly loop: number };
  readonly url: string;
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
    'warm-start': `warm start on ${recipe.warmStartDocuments} labels`,
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
    ['first page after', `${figures.seconds.firstPage.toFixed(0)} s`],
    ['whole loop', `${figures.seconds.loop.toFixed(0)} s`],
  );
  return [table.toString(), ...figures.warnings.map((warning) => `warning: ${warning}`)].join('\n');
}

export const writeFigures = (file: string, figures: DemoFigures): Promise<void> =>
  writeFile(file, `${JSON.stringify(figures, null, 2)}\n`);
