import { rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Asks the trainer in a run folder to end early, as SIGUSR1 does where it is a
 * process of this machine. An attempt that begins removes what was asked before,
 * so that this may be called until it is heeded.
 */
export async function askEarly(folder: string): Promise<void> {
  const place = path.join(folder, 'request');
  if (await stat(place).then(() => true, () => false)) return;
  const aside = path.join(folder, '.request.coming');
  await writeFile(aside, 'early');
  await rename(aside, place);
}
