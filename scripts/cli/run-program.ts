import { type Command, CommanderError } from 'commander';
import { isAppError } from '@/lib/core/errors/app-error';
import { errorTable } from '@/lib/core/errors/error-table';
import { UnusableInput } from './unusable-input';

export const exitCodes = { done: 0, failed: 1, unusable: 2 } as const;

/** Every command of the tree, so that each reports its errors here. */
function withSubcommands(command: Command): Command[] {
  return [command, ...command.commands.flatMap(withSubcommands)];
}

function report(error: unknown, isJson: boolean): number {
  const isUnusable = error instanceof UnusableInput || (isAppError(error) && error.code === 'invalid-input');
  const code = isAppError(error) ? error.code : isUnusable ? 'invalid-input' : 'internal';
  const message = error instanceof Error ? error.message : String(error);
  if (isJson) process.stdout.write(`${JSON.stringify({ error: { code, title: errorTable[code].title, message } })}\n`);
  else process.stderr.write(`${errorTable[code].title}: ${message}\n`);
  return isUnusable ? exitCodes.unusable : exitCodes.failed;
}

/**
 * Runs what the arguments ask for. With `--json` standard output is JSON
 * whatever happens.
 * @param argv as `process.argv` has them.
 * @returns the exit code.
 */
export async function runProgram(program: Command, argv: readonly string[]): Promise<number> {
  for (const command of withSubcommands(program)) command.exitOverride();
  try {
    await program.parseAsync([...argv]);
    return typeof process.exitCode === 'number' ? process.exitCode : exitCodes.done;
  } catch (error) {
    // Help and version are no failure; the rest of commander's errors it has told by itself.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.unusable;
    return report(error, argv.includes('--json'));
  }
}
