/**
 * Usage: npm run build        makes the production build where sources changed; "npm start" does it by itself
 */
import path from 'node:path';
import { readSupervisorSettings } from '@/lib/server/env/env';
import { ensureBuild } from '@/lib/server/supervisor/build';
import { openLogFile } from '@/lib/server/supervisor/log-file';

const log = await openLogFile(path.resolve(readSupervisorSettings().DATA_DIR), 'build');
const isNew = await ensureBuild(process.cwd(), { PATH: process.env['PATH'] ?? '', NEXT_TELEMETRY_DISABLED: '1' }, log);
process.stdout.write(isNew ? 'The pages were built.\n' : 'The pages are built already.\n');
log.close();
