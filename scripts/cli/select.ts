import { type Command, Option } from 'commander';
import { selectionStrategies, type SelectionStrategy } from '@/lib/core/sampling';
import { inProject, type ProjectOptions } from './connect';
import { numberWithin, wholeNumber, withProjectOptions } from './options';
import { printJson, printLine, printTable } from './print';

interface SelectOptions extends ProjectOptions {
  readonly count: number;
  readonly strategy: SelectionStrategy;
  readonly seed: number;
  readonly maxPerGroup: number;
  readonly excludeAbove?: number;
  readonly commit?: true;
}

async function run(options: SelectOptions): Promise<void> {
  const { strategy, count, seed, maxPerGroup, excludeAbove } = options;
  const { selection, detail, queued } = await inProject(options, async (actor, projectId) => {
    const [{ runSelection }, { getSelection }, { commitSelection }] = await Promise.all([
      import('@/lib/server/use-cases/selection/run-selection'),
      import('@/lib/server/use-cases/selection/get-selection'),
      import('@/lib/server/use-cases/selection/commit-selection'),
    ]);
    const constraints = { maxPerGroup, ...(excludeAbove === undefined ? {} : { excludeNearDuplicatesAbove: excludeAbove }) };
    const made = await runSelection(actor, { projectId, strategy, count, seed, constraints });
    const committed = options.commit ? await commitSelection(actor, { projectId, selectionId: made.id }) : null;
    return {
      selection: made,
      detail: await getSelection(actor, { projectId, selectionId: made.id }),
      queued: committed?.queued ?? null,
    };
  });
  const picks = detail.picks.map(({ rank, documentId, gain, reason, document }) => ({ rank, documentId, name: document.name, gain, reason }));
  if (options.json) {
    printJson({ ...selection, queued, picks });
    return;
  }
  printTable(['#', 'document', 'gain', 'reason'], picks.map(({ rank, name, gain, reason }) => [rank, name, gain.toPrecision(2), reason]));
  const next = queued === null ? 'Nothing is queued; --commit does that.' : `${queued} are in the queue.`;
  printLine(`Run ${selection.number}: ${selection.picked} documents picked. ${next}`);
}

export function addSelectCommand(program: Command): void {
  withProjectOptions(program.command('select'))
    .description('pick the documents worth labelling next, with a reason for each')
    .option('-n, --count <n>', 'documents to pick', wholeNumber(1, 5_000), 100)
    .addOption(new Option('--strategy <name>', 'how to pick').choices(selectionStrategies).default('facility-location'))
    .option('--seed <n>', 'of everything left to chance', wholeNumber(0, 2 ** 31 - 1), 1)
    .option('--max-per-group <n>', 'documents of one group (patient) at most', wholeNumber(1, 1_000), 1)
    .option('--exclude-above <likeness>', 'leave out what is this like a pick, 0.5 to 1', numberWithin(0.5, 1))
    .option('--commit', 'put the picks into the labelling queue')
    .action(run);
}
