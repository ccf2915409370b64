import { setTimeout as delay } from 'node:timers/promises';
import type { Command } from 'commander';
import type { Actor } from '@/lib/core/access/roles';
import { AppError } from '@/lib/core/errors/app-error';
import { checkAll, printChecks } from './check-evaluations';
import { inProject, type ProjectOptions } from './connect';
import { wholeNumber, withProjectOptions } from './options';
import { percent, printJson, printTable } from './print';

interface EvaluateOptions extends ProjectOptions {
  /** Seconds. */
  readonly wait: number;
  readonly check?: true;
}

const pollMs = 1_000;
/** As many as one comparison takes (`compare-input`). */
const requestedAtOnce = 6;

const load = async () => {
  const [{ listCheckpoints }, { requestEvaluation }, { countMissing }] = await Promise.all([
    import('@/lib/server/use-cases/checkpoints/list-checkpoints'),
    import('@/lib/server/use-cases/evaluations/request-evaluation'),
    import('@/lib/server/use-cases/evaluations/count-missing'),
  ]);
  return { listCheckpoints, requestEvaluation, countMissing };
};

async function findCheckpoints(actor: Actor, projectId: string, given: readonly string[]) {
  const { listCheckpoints } = await load();
  const checkpoints = (await listCheckpoints(actor, { projectId })).filter(
    ({ id, number }) => given.length === 0 || given.includes(id) || given.includes(String(number)),
  );
  if (checkpoints.length === 0) throw new AppError('not-found', 'There is no such checkpoint in this project. Run a round first.');
  return checkpoints;
}

async function evaluate(actor: Actor, projectId: string, given: readonly string[], waitSeconds: number) {
  const { requestEvaluation, countMissing } = await load();
  const ids = (await findCheckpoints(actor, projectId, given)).map(({ id }) => id);
  const groups = Array.from({ length: Math.ceil(ids.length / requestedAtOnce) }, (_, i) => ids.slice(i * requestedAtOnce, (i + 1) * requestedAtOnce));
  for (const group of groups) await requestEvaluation(actor, { projectId, ids: group });
  const until = Date.now() + waitSeconds * 1000;
  for (;;) {
    let missing = 0;
    for (const group of groups) missing += (await countMissing(actor, { projectId, ids: group })).missing;
    if (missing === 0 || Date.now() >= until) return { checkpoints: await findCheckpoints(actor, projectId, given), missing };
    await delay(pollMs);
  }
}

async function run(given: readonly string[], options: EvaluateOptions): Promise<void> {
  if (options.check) {
    const checked = await inProject(options, async (actor, projectId) =>
      checkAll(actor, projectId, await findCheckpoints(actor, projectId, given)),
    );
    printChecks(checked, options.json === true);
    return;
  }
  const { checkpoints, missing } = await inProject(options, (actor, projectId) => evaluate(actor, projectId, given, options.wait));
  if (options.json) printJson(checkpoints);
  else {
    printTable(
      ['checkpoint', 'name', 'on', 'documents', 'P', 'R', 'F1', '95 %'],
      checkpoints.flatMap(({ number, name, figures }) =>
        figures.map(({ split, suite, documents, micro }) => [
          number, name, suite || split, documents, percent(micro.precision), percent(micro.recall), percent(micro.f1), `${percent(micro.low)} to ${percent(micro.high)}`,
        ]),
      ),
    );
  }
  if (missing > 0 || checkpoints.some(({ figures }) => figures.length === 0)) process.exitCode = 1;
}

export function addEvaluateCommand(program: Command): void {
  withProjectOptions(program.command('evaluate [checkpoints...]'))
    .description('score checkpoints, by number or id, on what they were not scored on yet; all of them unless given')
    .option('--wait <seconds>', 'for those without a figure', wholeNumber(0, 86_400), 300)
    .option('--check', 'score nothing: compute the stored evaluations again and say whether they come out the same to 1e-9')
    .addHelpText('after', '\nWithout --check exits with 1 where a figure is still missing; with it, where an evaluation came out otherwise.')
    .action(run);
}
