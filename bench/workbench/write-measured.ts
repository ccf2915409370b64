import { readFile, writeFile } from 'node:fs/promises';

const begin = '<!-- Measured: the next run replaces this part. -->';
const end = '<!-- End of what was measured. Below, people comment on a run by its date; no run touches it. -->';

/** Puts a result in place of the one before it and leaves what people wrote around it. */
export async function writeMeasured(file: string, text: string): Promise<void> {
  const before = await readFile(file, 'utf8').catch(() => '');
  const [from, to] = [before.indexOf(begin), before.indexOf(end)];
  const [above, below] = from < 0 || to < from ? ['', ''] : [before.slice(0, from), before.slice(to + end.length)];
  await writeFile(file, `${above}${begin}\n${text.trim()}\n${end}${below || '\n'}`);
}
