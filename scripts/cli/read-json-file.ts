import { readFile } from 'node:fs/promises';
import { UnusableInput } from './unusable-input';

/** @throws UnusableInput for a file that is missing or not JSON */
export async function readJsonFile(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UnusableInput(`${file} cannot be read.`);
  });
  try {
    return JSON.parse(text);
  } catch {
    throw new UnusableInput(`${file} is not JSON.`);
  }
}
