import { readFile } from 'node:fs/promises';
import type { Json } from '@/lib/core/record/json';
import { parseJson } from '@/lib/core/record/parse-json';
import { UnusableInput } from './unusable-input';

/** @throws UnusableInput for a file that is missing or not JSON as `parseJson` has it */
export async function readJsonFile(file: string): Promise<Json> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UnusableInput(`${file} cannot be read.`);
  });
  const parsed = parseJson(text.startsWith('\uFEFF') ? text.slice(1) : text);
  if (parsed.ok) return parsed.value;
  throw new UnusableInput(`${file} is unusable: ${parsed.message}.`);
}
