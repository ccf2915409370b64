/**
 * Usage: npm run demo [-- --once] [--json FILE] [--small]
 *
 * From a bare clone to the running workbench: starts the stack, imports
 * synthetic reports, reads them, picks 100, labels them (simulated), runs a
 * round, evaluates its checkpoints; then stays up. A second run goes on with
 * the same data; `npm run reset` deletes it.
 */
import { Command } from 'commander';
import { runDemo } from './demo/run-demo';

const options = new Command('demo')
  .description('Show the whole loop on synthetic medical reports')
  .option('--once', 'exit after the summary instead of staying up')
  .option('--json <file>', 'write the figures of the summary to a file')
  .option('--small', 'a tenth of the documents, for a quick look')
  .parse()
  .opts<{ once?: true; json?: string; small?: true }>();

try {
  await runDemo({ isOnce: options.once ?? false, jsonFile: options.json ?? null, isSmall: options.small ?? false });
} catch (error) {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
