/**
 * Usage: DATABASE_URL=postgresql://… npm run migrate
 * Brings a database of your own to this version; "npm start" does it by itself.
 */
import { readSupervisorSettings } from '@/lib/server/env/env';
import { migrateDatabase, migrateQueue } from '@/lib/server/postgres/migrate';

const { DATABASE_URL: databaseUrl, QUEUE_URL: queueUrl = databaseUrl } = readSupervisorSettings();
if (!databaseUrl) {
  process.stderr.write('DATABASE_URL is not set. The database that comes along is migrated by "npm start".\n');
  process.exitCode = 1;
} else {
  const applied = await migrateDatabase(databaseUrl);
  if (queueUrl?.startsWith('postgres')) await migrateQueue(queueUrl);
  process.stdout.write(applied.length > 0 ? `Applied ${applied.join(', ')}.\n` : 'The database is up to date.\n');
}
