/**
 * Usage: npm start            PostgreSQL, migrations, web and worker, until Ctrl-C
 *        npm run dev          the same with hot reload
 * Settings: docs/settings.md. Data is kept in DATA_DIR (.data).
 */
import { describeEvent } from '@/lib/server/supervisor/events';
import { type Stack, startStack } from '@/lib/server/supervisor/stack';
import { onInterrupt } from '@/lib/server/supervisor/interrupt';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const mode = process.argv.includes('--dev') ? 'development' : 'production';
try {
  const running: Stack[] = [];
  // Before it is up there is nothing to wait for: what was started ends with this process.
  onInterrupt(async () => running[0]?.stop());
  const stack = await startStack({ mode, onEvent: (event) => say(describeEvent(event)) });
  running.push(stack);
  say(`\nHundredfold is at ${stack.url}`);
  if (stack.firstAdminUrl) say(`Nobody has a password yet. This link signs the first admin in, once:\n  ${stack.firstAdminUrl}`);
  say('Ctrl-C stops everything.');
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
