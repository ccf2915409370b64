import { describe, expect, it } from 'vitest';
import { describeMissingWorker, type WorkerCapabilities } from '@/lib/core/round/capabilities';
import { recipeOfPreset, recipeSchema } from '@/lib/core/round/recipe';

const ray = { address: 'http://head:8265', version: '2.60.0', cores: 16, gpus: 4, problem: null };
const workerWith = (changes: Partial<typeof ray> | { problem: string }): WorkerCapabilities => ({
  engines: ['ray'], cores: 2, memoryBytes: 1, ray: { ...ray, ...changes },
});
const paper = recipeOfPreset('ray', 'paper');

describe('what is missing for a round on Ray', () => {
  it('is nothing where the cluster has a GPU for each worker', () => {
    expect(describeMissingWorker(paper, [workerWith({})])).toBeNull();
  });

  it('is a worker that knows of a cluster', () => {
    expect(describeMissingWorker(paper, [{ engines: ['trl'], cores: 2, memoryBytes: 1 }])).toContain('set RAY_ADDRESS and RAY_RUN_DIR and run "npm run worker:gpu"');
  });

  it('is what the worker says of the cluster', () => {
    expect(describeMissingWorker(paper, [workerWith({ problem: 'the Ray cluster at http://head:8265 wants a token' })])).toBe('the Ray cluster at http://head:8265 wants a token');
  });

  it('is room: GPUs where the preset needs them, else a core for each worker', () => {
    expect(describeMissingWorker(paper, [workerWith({ gpus: 0 })])).toContain('has no GPU at present, and the preset paper needs one for each worker');
    expect(describeMissingWorker(paper, [workerWith({ gpus: 1 })])).toBe('the Ray cluster has 1 GPU at present, and the recipe asks for 4 workers');
    const smoke = recipeSchema.parse({ engine: 'ray', preset: 'smoke', workers: 2, documentsPerStep: 2 });
    expect(describeMissingWorker(smoke, [workerWith({ gpus: 0, cores: 2 })])).toBeNull();
    expect(describeMissingWorker(smoke, [workerWith({ gpus: 0, cores: 1 })])).toBe('the Ray cluster has 1 core at present, and the recipe asks for 2 workers');
  });

  it('is no matter of one worker alone: another that can is enough', () => {
    expect(describeMissingWorker(paper, [workerWith({ gpus: 0 }), workerWith({})])).toBeNull();
  });
});
