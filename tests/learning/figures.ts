import type { Page } from 'playwright-core';
import type { ComparisonView } from '@/components/compare/comparison-view';
import type { CheckpointView, RoundEventView } from '@/components/rounds/round-view';

interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface CheckpointFigures {
  readonly id: string;
  readonly documents: number;
  /** Share of the documents whose every field is right. */
  readonly exact: Interval;
  readonly f1: Interval;
}

export interface LearningFigures {
  readonly before: CheckpointFigures;
  readonly after: CheckpointFigures;
  readonly reward: readonly { readonly step: number; readonly reward: number }[];
  readonly seconds: Readonly<Record<string, number>>;
}

async function get<Answer>(page: Page, address: string): Promise<Answer> {
  const response = await page.request.get(address);
  if (!response.ok()) throw new Error(`${address}: ${response.status()}`);
  return (await response.json()) as Answer;
}

function figuresIn({ checkpoints }: ComparisonView, id: string): CheckpointFigures {
  const found = checkpoints.find((one) => one.id === id);
  if (!found?.micro || !found.metrics) throw new Error(`Checkpoint ${id} is not evaluated on the test split.`);
  const { f1, low, high } = found.micro;
  const { mean, ...interval } = found.metrics.exact;
  return { id, documents: found.documents, exact: { value: mean, ...interval }, f1: { value: f1, low, high } };
}

/** What the workbench says of the trained checkpoints of rounds 1 and 2 on the test split, and of the reward of round 2. */
export async function figuresOf(page: Page, projectId: string, seconds: Readonly<Record<string, number>>): Promise<LearningFigures> {
  const base = `/api/projects/${projectId}`;
  const trained = (await get<CheckpointView[]>(page, `${base}/checkpoints`)).filter(({ role }) => role === 'trained');
  const [before, after] = trained.toSorted((a, b) => a.number - b.number);
  if (!before || !after) throw new Error('There are no two trained checkpoints.');
  const comparison = await get<ComparisonView>(page, `${base}/comparison?ids=${before.id},${after.id}&split=test`);
  const { events } = await get<{ events: readonly RoundEventView[] }>(page, `${base}/rounds/${after.roundId}/events`);
  const reward = events.flatMap(({ event }) => (event.type === 'metrics' ? [{ step: event.step, reward: event.metrics.reward }] : []));
  return { before: figuresIn(comparison, before.id), after: figuresIn(comparison, after.id), reward, seconds };
}
