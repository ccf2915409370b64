import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Command, Option } from 'commander';
import { inProject, type ProjectOptions } from './connect';
import { withProjectOptions } from './options';
import { printAside, printJson } from './print';

interface ExportOptions extends ProjectOptions {
  readonly output?: string;
  readonly split?: readonly Split[];
}

const splits = ['pool', 'seed', 'validation', 'test', 'transfer'] as const;
type Split = (typeof splits)[number];

async function* counted(lines: AsyncIterable<string>, count: { lines: number }): AsyncGenerator<string> {
  for await (const line of lines) {
    count.lines += 1;
    yield line;
  }
}

async function run(options: ExportOptions): Promise<void> {
  printAside('The export holds protected health information in the clear. Keep it where that may be kept.');
  const count = { lines: 0 };
  await inProject(options, async (actor, projectId) => {
    const { exportGold } = await import('@/lib/server/use-cases/exports/export-gold');
    const { lines } = await exportGold(actor, { projectId, ...(options.split ? { splits: [...options.split] } : {}) });
    const content = Readable.from(counted(lines, count));
    if (options.output === undefined) await pipeline(content, process.stdout, { end: false });
    else await pipeline(content, createWriteStream(options.output, { mode: 0o600 }));
  });
  if (options.json && options.output !== undefined) printJson({ documents: count.lines, file: options.output });
  else printAside(`${count.lines} documents exported.`);
}

export function addExportCommand(program: Command): void {
  withProjectOptions(program.command('export'))
    .description('write gold with evidence and provenance as JSON lines')
    .option('-o, --output <file>', 'standard output unless given')
    .addOption(new Option('--split <names...>', 'only these splits').choices(splits))
    .action(run);
}
