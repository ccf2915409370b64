/**
 * Usage: npm run reset        deletes DATA_DIR (.data): database, files, logs, secrets
 */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { readSupervisorSettings } from '@/lib/server/env/env';
import { livingSupervisor } from '@/lib/server/supervisor/lock';

const dataDir = path.resolve(readSupervisorSettings().DATA_DIR);
const pid = await livingSupervisor(dataDir);
if (pid === null) {
  await rm(dataDir, { recursive: true, force: true });
  process.stdout.write(`${dataDir} is gone. "npm run demo" or "npm start" begins afresh.\n`);
} else {
  process.stderr.write(`Hundredfold runs on ${dataDir} (pid ${pid}). Stop it first.\n`);
  process.exitCode = 1;
}
