import { z } from 'zod';
import type { Recipe } from './recipe';

/** Findings of the pre-flight that a person may go on with (`docs/run-folder.md`); the trainer's own list, but for what leaves nothing to train on. */
export const allowableFindings = [
  'unscorable-gold', 'missing-image', 'answer-too-long', 'prompt-too-long', 'memory', 'disk-space',
] as const;
export type AllowableFinding = (typeof allowableFindings)[number];

export const isAllowable = (code: string): code is AllowableFinding => (allowableFindings as readonly string[]).includes(code);

/** What a teacher reads: documents that nobody has labelled, the labelled ones of the seed set, or both. */
export const teacherReadings = ['unlabelled', 'labelled', 'both'] as const;
export type TeacherReading = (typeof teacherReadings)[number];

/** What a person may give a round beside its recipe. */
export const roundInputsSchema = z.object({
  /** Whose readings the round distils. */
  teacher: z
    .object({
      checkpointId: z.string(),
      documents: z.enum(teacherReadings).default('unlabelled'),
      /** Unlabelled documents at most, in the order of the queue. */
      most: z.number().int().min(1).max(5_000).default(500),
    })
    .nullable()
    .default(null),
  /** Whose wrong readings are the rejected answers; gold is the chosen one. */
  preferences: z.object({ checkpointId: z.string() }).nullable().default(null),
  /** Pass rates of an earlier round come along, unless it is to start afresh. */
  passRates: z.enum(['carry', 'afresh']).default('carry'),
  allow: z.array(z.enum(allowableFindings)).max(allowableFindings.length).default([]),
});
export type RoundInputs = Readonly<z.infer<typeof roundInputsSchema>>;

/** As stored with the round: what was given, and what it came to when the round was started. */
export const storedInputsSchema = roundInputsSchema.extend({
  /** The round whose pass rates come along. */
  passRatesFrom: z.string().nullable().default(null),
});
export type StoredInputs = Readonly<z.infer<typeof storedInputsSchema>>;

export const noInputs: RoundInputs = roundInputsSchema.parse({});

/** What of the inputs the recipe makes use of: a stage that is switched off needs neither teacher nor preferences. */
export function usedInputs(recipe: Recipe, inputs: RoundInputs): RoundInputs {
  if (recipe.engine === 'embedded') return noInputs;
  return {
    ...inputs,
    teacher: recipe.distillation === null ? null : inputs.teacher,
    preferences: recipe.preferences === null ? null : inputs.preferences,
    allow: allowableFindings.filter((code) => inputs.allow.includes(code)),
  };
}

/** What the recipe asks for and the inputs lack, in words; null where nothing is missing. */
export function describeMissingInput(recipe: Recipe, inputs: RoundInputs): string | null {
  if (recipe.engine === 'embedded') return null;
  if (recipe.distillation !== null && inputs.teacher === null) return 'Distillation needs a teacher: choose the checkpoint whose readings are learnt from.';
  if (recipe.preferences !== null && inputs.preferences === null) return 'Preferences need a checkpoint: choose the one whose wrong readings are rejected.';
  return null;
}
