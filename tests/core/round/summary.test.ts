import { describe, expect, it } from 'vitest';
import { downsample } from '@/lib/core/round/downsample';
import { estimateSeconds, plannedStepsOf } from '@/lib/core/round/estimate';
import { manifestText, type CheckpointManifest } from '@/lib/core/round/manifest';
import { embeddedRecipeSchema } from '@/lib/core/round/recipe';
import { headlineFigure, rewardEnds, type RoundSummary } from '@/lib/core/round/summary';

const recipe = embeddedRecipeSchema.parse({ engine: 'embedded' });

describe('the summary of a round', () => {
  it('takes the reward of both ends from a tenth of the steps', () => {
    const rewards = Array.from({ length: 40 }, (_, step) => step);
    expect(rewardEnds(rewards)).toEqual({ start: 1.5, end: 37.5 });
    expect(rewardEnds([0.7])).toEqual({ start: 0.7, end: 0.7 });
    expect(rewardEnds([])).toEqual({ start: null, end: null });
  });

  it('shows the test figure, and validation only where there is no test', () => {
    const figure = (f1: number) => ({ f1, low: f1 - 0.1, high: f1 + 0.1, documents: 40 });
    const summary: RoundSummary = {
      rewardStart: 1, rewardEnd: 2, bestStep: 3, seconds: 4, labels: 5, warnings: [],
      checkpoints: [
        { checkpointId: 'a', role: 'trained', validation: figure(0.5), test: figure(0.6) },
        { checkpointId: 'b', role: 'warm-start', validation: figure(0.4), test: null },
      ],
    };
    expect(headlineFigure(summary, 'trained')?.f1).toBe(0.6);
    expect(headlineFigure(summary, 'warm-start')?.f1).toBe(0.4);
    expect(headlineFigure(summary, 'warm-start-all')).toBeNull();
  });

  it('keeps the first and the last point of a long curve', () => {
    const points = Array.from({ length: 1000 }, (_, step) => step);
    const few = downsample(points, 50);
    expect(few).toHaveLength(50);
    expect([few[0], few.at(-1)]).toEqual([0, 999]);
    expect(downsample([1, 2], 50)).toEqual([1, 2]);
  });

  it('plans steps over the documents of each epoch', () => {
    expect(plannedStepsOf(recipe, 101)).toBe(20 * 11);
    expect(estimateSeconds(recipe, { seed: 100, validation: 20, test: 40 }, null)).toBeGreaterThan(1);
  });
});

describe('the manifest', () => {
  it('is one text however its keys were put together', () => {
    const files = [{ name: 'policy.json', sha256: 'a'.repeat(64), bytes: 3 }];
    const manifest: CheckpointManifest = {
      format: 'hundredfold-checkpoint/1', engine: 'embedded', role: 'trained', roundId: 'r', step: 3, recipe,
      snapshotHash: 'b'.repeat(64), schemaHash: 'c', parent: null, scoringVersion: 'hf-2', files,
    };
    const other = Object.fromEntries(Object.entries(manifest).toReversed()) as CheckpointManifest;
    expect(manifestText(other)).toBe(manifestText(manifest));
  });
});
