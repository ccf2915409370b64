import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { promptFor } from '@/lib/core/schema/prompt';
import type { RecordSchema } from '@/lib/core/schema/types';

/** Shared with the trainer: a model is asked the same in both languages, to the letter. */
interface Vector {
  readonly name: string;
  readonly schema: RecordSchema;
  readonly think: boolean;
  readonly keys?: readonly string[];
  readonly prompt: string;
}

const vectors = JSON.parse(readFileSync(new URL('prompt-vectors.json', import.meta.url), 'utf8')) as readonly Vector[];

describe('prompts in the shared vectors', () => {
  it.each(vectors)('$name', ({ schema, think, keys, prompt }) => {
    expect(promptFor(schema, { keys, think })).toBe(prompt);
  });
});
