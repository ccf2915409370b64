import { tmpdir } from 'node:os';
import type { Command } from 'commander';
import { parseRecordSchema } from '@/lib/core/schema/parse-schema';
import type { RecordSchema } from '@/lib/core/schema/types';
import { defaultAlpha, intervalSeed } from '@/lib/core/scoring';
import { numberWithin, wholeNumber } from './options';
import { printAside } from './print';
import { readJsonFile } from './read-json-file';
import { exitCodes } from './run-program';
import { UnusableInput } from './unusable-input';

interface ScoreOptions {
  readonly schema?: string;
  readonly alpha: number;
  readonly completions?: true;
  readonly think: boolean;
  readonly seed: number;
  readonly resamples: number;
  readonly json?: true;
  readonly strict?: true;
}

async function schemaOf(file: string | undefined): Promise<RecordSchema | undefined> {
  if (file === undefined) return undefined;
  const parsed = parseRecordSchema(await readJsonFile(file));
  if (parsed.ok) return parsed.schema;
  const [first] = parsed.problems;
  throw new UnusableInput(`${file} is no schema: ${first?.pointer ?? ''} ${first?.message ?? ''}`);
}

async function run(gold: string, first: string, second: string | undefined, options: ScoreOptions): Promise<void> {
  const [{ runScore }, { inTemporaryFolder }, { openOutput }, { inWords, isBrokenPipe }] = await Promise.all([
    import('./scoring/run-score'),
    import('./scoring/temporary-folder'),
    import('./scoring/output'),
    import('./scoring/file-errors'),
  ]);
  const { alpha, think, seed, resamples } = options;
  const output = openOutput(process.stdout);
  try {
    const schema = await schemaOf(options.schema);
    const request = {
      gold,
      predictions: second === undefined ? [first] : [first, second],
      settings: { schema, alpha, think, seed, resamples, completions: options.completions === true },
      isJson: options.json === true,
      isStrict: options.strict === true,
    };
    if (await inTemporaryFolder((folder) => runScore(request, folder, output))) return;
    printAside('Nothing could be scored.');
    process.exitCode = exitCodes.unusable;
  } catch (error) {
    if (isBrokenPipe(error)) return;
    const said = inWords(error, tmpdir());
    // A result that has begun is not ended by an error that looks like a part of it.
    if (!output.hasBegun()) throw said;
    printAside(`The result is not whole: ${said instanceof Error ? said.message : String(said)}`);
    process.exitCode = said instanceof UnusableInput ? exitCodes.unusable : exitCodes.failed;
  }
}

export function addScoreCommand(program: Command): void {
  program
    .command('score <gold> <predictions> [second]')
    .description('score predictions against gold, both JSON lines; offline, no workbench needed')
    .option('--schema <file>', 'how leaves are compared; as text unless given')
    .option('--alpha <a>', 'precision (1) against recall (0) in the matching score', numberWithin(0, 1), defaultAlpha)
    .option('--completions', 'predictions hold "completion" texts instead of records')
    .option('--no-think', 'completions were asked for without thinking')
    .option('--seed <n>', 'of the intervals', wholeNumber(0, 2 ** 31 - 1), intervalSeed)
    .option('--resamples <n>', 'of the intervals', wholeNumber(1_000, 100_000), 1_000)
    .option('--json', 'print JSON')
    .option('--strict', 'anything left out is an error')
    .addHelpText(
      'after',
      `
Gold lines are {"id", "record", "requested"?}, predictions {"id", "record"} or {"id", "completion"}, in any order.
A gold id without a prediction is scored against {}; lines that cannot be used are listed.
With two files of predictions the difference is told too, second minus first, paired by document.`,
    )
    .action(run);
}
