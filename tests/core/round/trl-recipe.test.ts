import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseCards } from '@/workers/outside/probe';
import { describeMissingWorker, type WorkerCapabilities } from '@/lib/core/round/capabilities';
import { plannedStepsOf } from '@/lib/core/round/estimate';
import { recipeSchema } from '@/lib/core/round/recipe';
import { presetNames, trlPresets } from '@/lib/core/round/trl-presets';
import { standardWorkers } from '@/lib/core/round/trl-recipe';

interface TrainerPreset {
  readonly workers: number;
  readonly memory: string;
  readonly recipe: object;
}

describe('the recipe of engine trl', () => {
  it('has the presets that the trainer has', () => {
    const file = 'trainer/src/hundredfold_trainer/recipe/presets.json';
    const theirs = JSON.parse(readFileSync(file, 'utf8')) as Record<string, TrainerPreset>;
    expect(Object.keys(theirs)).toEqual([...presetNames]);
    for (const name of presetNames) {
      expect(trlPresets[name].knobs, name).toEqual({ ...theirs['paper']?.recipe, ...theirs[name]?.recipe });
      expect(trlPresets[name].memory).toBe(theirs[name]?.memory);
      expect(standardWorkers(name)).toBe(theirs[name]?.workers);
    }
  });

  it('is filled in by its preset; what is written wins; nothing else is taken', () => {
    const recipe = recipeSchema.parse({ engine: 'trl', preset: 'small', learningRate: 3e-6 });
    expect(recipe).toEqual({ engine: 'trl', preset: 'small', ...trlPresets.small.knobs, learningRate: 3e-6 });
    expect(recipeSchema.parse(recipe)).toEqual(recipe);
    expect(() => recipeSchema.parse({ engine: 'trl', preset: 'small', learningrate: 1 })).toThrow();
    expect(() => recipeSchema.parse({ engine: 'trl', preset: 'small', model: '/etc/passwd' })).toThrow();
    expect(recipeSchema.parse({ engine: 'trl', preset: 'paper', tuning: 'lora' })).toMatchObject({ sharding: 'none' });
    expect(() => recipeSchema.parse({ engine: 'trl', preset: 'small', sharding: 'fsdp' })).toThrow('tuning full');
    expect(() => recipeSchema.parse({ engine: 'trl', preset: 'small', groupSize: 6, microBatch: 4 })).toThrow('micro batch must divide');
  });

  it('plans its steps by epochs, and ends earlier where most steps are given', () => {
    const recipe = recipeSchema.parse({ engine: 'trl', preset: 'paper', epochs: 3, documentsPerStep: 4 });
    expect(plannedStepsOf(recipe, 10)).toBe(9);
    expect(plannedStepsOf(recipeSchema.parse({ ...recipe, maxSteps: 5 }), 10)).toBe(5);
  });
});

describe('the recipe of engine ray', () => {
  it('is the same with workers, of which each has as many documents a step', () => {
    const recipe = recipeSchema.parse({ engine: 'ray', preset: 'paper' });
    expect(recipe).toEqual({ engine: 'ray', preset: 'paper', workers: 4, ...trlPresets.paper.knobs });
    expect(recipeSchema.parse(recipe)).toEqual(recipe);
    expect(recipeSchema.parse({ ...recipe, workers: 2 })).toEqual({ ...recipe, workers: 2 });
    expect(() => recipeSchema.parse({ ...recipe, workers: 3 })).toThrow('multiple of the workers');
    expect(() => recipeSchema.parse({ ...recipe, microBatch: 16 })).toThrow('each worker');
    expect(() => recipeSchema.parse({ ...recipe, zeroVariance: 'resample' })).toThrow('one worker');
    expect(() => recipeSchema.parse({ ...recipe, engine: 'trl' })).toThrow('workers');
  });
});

describe('what is missing for a round to be taken', () => {
  const recipe = recipeSchema.parse({ engine: 'trl', preset: 'small' });
  const cpu: WorkerCapabilities = { engines: ['embedded'], cores: 2, memoryBytes: 1 };
  const gpu: WorkerCapabilities = { engines: ['trl'], cores: 2, memoryBytes: 1, cards: [{ name: 'H100', memoryGib: 79.6 }] };

  it('is said by what the workers that are up can do', () => {
    expect(describeMissingWorker(recipe, [])).toContain('no GPU worker is connected; run "npm run worker:gpu"');
    expect(describeMissingWorker(recipe, [cpu])).toContain('no GPU worker is connected');
    expect(describeMissingWorker(recipe, [cpu, { ...gpu, cards: [] }])).toContain('it has no GPU');
    expect(describeMissingWorker(recipe, [cpu, { ...gpu, engines: [], problems: ['the trainer is not installed'] }])).toContain('not installed');
    expect(describeMissingWorker(recipe, [cpu, gpu])).toBeNull();
    expect(describeMissingWorker(recipeSchema.parse({ engine: 'embedded' }), [gpu])).toContain('no worker is up');
  });

  it('reads the cards that nvidia-smi lists', () => {
    expect(parseCards('NVIDIA H100 80GB HBM3, 81559, 575.57.08\nNVIDIA H100 80GB HBM3, 81559, 575.57.08\n')).toEqual({
      cards: [{ name: 'NVIDIA H100 80GB HBM3', memoryGib: 79.6 }, { name: 'NVIDIA H100 80GB HBM3', memoryGib: 79.6 }],
      driver: '575.57.08',
    });
    expect(parseCards('')).toEqual({ cards: [], driver: null });
  });
});
