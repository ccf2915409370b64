import { createReadStream } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Command } from 'commander';
import { parseRecordSchema } from '@/lib/core/schema/parse-schema';
import type { RecordSchema } from '@/lib/core/schema/types';
import { type LeafCounts, ratesOf } from '@/lib/core/scoring';
import { type FilesScore, scoreFiles } from '@/lib/core/scoring/score-files';
import { numberWithin } from './options';
import { percent, printJson, printLine, printTable } from './print';
import { readJsonFile } from './read-json-file';
import { UnusableInput } from './unusable-input';

interface ScoreOptions {
  readonly schema?: string;
  readonly alpha: number;
  readonly completions?: true;
  readonly think: boolean;
  readonly json?: true;
}

/** Opened at the first line asked for: readline loses what it reads before somebody listens. */
async function* linesOf(file: string): AsyncGenerator<string> {
  await access(file, constants.R_OK).catch(() => {
    throw new UnusableInput(`${file} cannot be read.`);
  });
  yield* createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity });
}

async function schemaOf(file: string | undefined): Promise<RecordSchema | undefined> {
  if (file === undefined) return undefined;
  const parsed = parseRecordSchema(await readJsonFile(file));
  if (parsed.ok) return parsed.schema;
  const [first] = parsed.problems;
  throw new UnusableInput(`${file} is no schema: ${first?.pointer ?? ''} ${first?.message ?? ''}`);
}

function printScore(name: string, score: FilesScore): void {
  if (score.documents.length === 0) printLine(`${name}: nothing could be scored`);
  else printFigures(name, score);
  for (const { line, reason } of score.unscorable) printLine(`  line ${line}: ${reason}`);
}

function printFigures(name: string, { documents, micro, fields, unscorable }: FilesScore): void {
  printTable(
    ['field', 'matched', 'predicted', 'gold', 'P', 'R', 'F1'],
    [
      ...Object.entries(fields).map(([path, counts]) => rowOf(path, counts)),
      rowOf('all', micro),
    ],
  );
  printLine(`${name}: F1 ${percent(micro.f1)} over ${documents.length} documents${unscorable.length > 0 ? `, ${unscorable.length} lines left out` : ''}`);
}

function rowOf(path: string, counts: LeafCounts) {
  const { precision, recall, f1 } = ratesOf(counts);
  return [path, counts.matched, counts.predicted, counts.gold, percent(precision), percent(recall), percent(f1)];
}

async function run(goldFile: string, predictionFiles: readonly string[], options: ScoreOptions): Promise<void> {
  const schema = await schemaOf(options.schema);
  const scores: { readonly file: string; readonly score: FilesScore }[] = [];
  for (const file of predictionFiles) {
    const score = await scoreFiles(linesOf(goldFile), linesOf(file), {
      schema, alpha: options.alpha, completions: options.completions === true, think: options.think,
    });
    scores.push({ file, score });
  }
  const [first] = scores;
  if (options.json) printJson(scores.length === 1 && first ? first.score : scores.map(({ file, score }) => ({ file, ...score })));
  else for (const { file, score } of scores) printScore(file, score);
  if (scores.every(({ score }) => score.documents.length === 0)) process.exitCode = 2;
}

export function addScoreCommand(program: Command): void {
  program
    .command('score <gold> <predictions...>')
    .description('score predictions against gold, both JSON lines; offline, no workbench needed')
    .option('--schema <file>', 'how leaves are compared; as text unless given')
    .option('--alpha <a>', 'precision (1) against recall (0) in the matching score', numberWithin(0, 1), 0.5)
    .option('--completions', 'predictions hold "completion" texts instead of records')
    .option('--no-think', 'completions were asked for without thinking')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `
Gold lines are {"id", "record", "requested"?}, predictions {"id", "record"} or {"id", "completion"}.
A gold id without a prediction is scored against {}; lines that cannot be used are listed.`,
    )
    .action(run);
}
