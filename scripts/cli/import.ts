import path from 'node:path';
import { type Command, Option } from 'commander';
import { type RowSplit, rowSplits } from '@/lib/core/formats/import-row';
import { inProject, type ProjectOptions } from './connect';
import { interruptSignal } from './interrupt';
import { withProjectOptions } from './options';
import { printAside, printJson, printLine } from './print';

interface ImportOptions extends ProjectOptions {
  readonly split?: RowSplit;
  readonly suite?: string;
}

interface Refusal {
  readonly name: string;
  readonly outcome: string;
  readonly code: string | null;
  readonly message: string | null;
}

async function run(target: string, options: ImportOptions): Promise<void> {
  const remarks: Refusal[] = [];
  let count = 0;
  const startedAt = performance.now();
  const isTerminal = process.stderr.isTTY === true && !options.json;
  const signal = interruptSignal();
  const outcome = await inProject(options, async (actor, projectId) => {
    const { importFromPath } = await import('@/lib/server/use-cases/imports/import-from-path');
    return importFromPath(actor, {
      projectId,
      path: path.resolve(target),
      split: options.split,
      suite: options.suite,
      signal,
      onResult: ({ name, outcome, code, message }) => {
        count += 1;
        if (message !== null) {
          remarks.push({ name, outcome, code, message });
          if (!options.json) printAside(`${isTerminal ? '\r' : ''}${name}: ${message}`);
        }
        if (isTerminal) process.stderr.write(`\r${count} documents`);
      },
    });
  });
  const seconds = (performance.now() - startedAt) / 1000;
  if (isTerminal) process.stderr.write('\n');
  if (options.json) printJson({ ...outcome, seconds, remarks });
  else {
    printLine(
      `${outcome.imported} imported, ${outcome.duplicate} here already, ${outcome.failed} refused, in ${seconds.toFixed(1)} s. OCR goes on in the background.`,
    );
  }
  if (outcome.failed > 0 || signal.aborted) process.exitCode = 1;
}

export function addImportCommand(program: Command): void {
  withProjectOptions(program.command('import <path>'))
    .description('import an image, a PDF, a folder, a zip, or JSON lines with their images beside them')
    .addOption(new Option('--split <split>', 'where documents go that name no split themselves').choices(rowSplits))
    .option('--suite <name>', 'with --split transfer: the transfer suite that they go into')
    .addHelpText(
      'after',
      `
JSON lines: one document a line, {id, image | images | pdf, kind?, group?, split?, suite?, gold?, evidence?,
words? | lines?}; split is one of pool (default), seed, validation, test, transfer, the last with a suite;
boxes are [x0, y0, x1, y1] in pixels, or 0 to 1 with "boxes": "page".
Exits with 1 where a file or a line was refused; the others are imported all the same.`,
    )
    .action(run);
}
