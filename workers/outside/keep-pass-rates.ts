import { stat } from 'node:fs/promises';
import path from 'node:path';
import { passRatesKey } from '@/lib/server/rounds/pass-rates';
import { hashFile } from '@/lib/server/storage/hash-file';
import { storage } from '@/lib/server/storage/storage';

/** Sends home how often the round read each document rightly: a later round may begin with it. */
export async function keepPassRates(folder: string, roundId: string): Promise<void> {
  const file = path.join(folder, 'pass-rates.json');
  if (!(await stat(file).then(() => true, () => false))) return;
  await storage().writeFrom(passRatesKey(roundId), file, await hashFile(file));
}
