import { setTimeout as delay } from 'node:timers/promises';
import type { Command } from 'commander';
import type { Actor } from '@/lib/core/access/roles';
import { AppError } from '@/lib/core/errors/app-error';
import { inProject, type ProjectOptions } from './connect';
import { wholeNumber, withProjectOptions } from './options';
import { percent, printJson, printTable } from './print';

interface EvaluateOptions extends ProjectOptions {
  /** Seconds. */
  readonly wait: number;
}

const pollMs = 1_000;
/** As many as one comparison takes (`compare-input`). */
const requestedAtOnce = 6;

const load = async () => {
  const [{ listCheckpoints }, { requestEvaluation }] = await Promise.all([
    import('@/lib/server/use-cases/checkpoints/list-checkpoints'),
    import('@/lib/server/use-cases/evaluations/request-evaluation'),
  ]);
  return { listCheckpoints, requestEvaluation };
};

async function evaluate(actor: Actor, projectId: string, given: readonly string[], waitSeconds: number) {
  const { listCheckpoints, requestEvaluation } = await load();
  const isMeant = ({ id, number }: { readonly id: string; readonly number: number }): boolean =>
    given.length === 0 || given.includes(id) || given.includes(String(number));
  const checkpoints = (await listCheckpoints(actor, { projectId })).filter(isMeant);
  if (checkpoints.length === 0) throw new AppError('not-found', 'There is no such checkpoint in this project. Run a round first.');
  const ids = checkpoints.map(({ id }) => id);
  for (let at = 0; at < ids.length; at += requestedAtOnce) {
    await requestEvaluation(actor, { projectId, ids: ids.slice(at, at + requestedAtOnce) });
  }
  const until = Date.now() + waitSeconds * 1000;
  for (;;) {
    const scored = (await listCheckpoints(actor, { projectId })).filter(isMeant);
    if (scored.every(({ figures }) => figures.length > 0) || Date.now() >= until) return scored;
    await delay(pollMs);
  }
}

async function run(given: readonly string[], options: EvaluateOptions): Promise<void> {
  const checkpoints = await inProject(options, (actor, projectId) => evaluate(actor, projectId, given, options.wait));
  if (options.json) printJson(checkpoints);
  else {
    printTable(
      ['checkpoint', 'name', 'split', 'documents', 'P', 'R', 'F1', '95 %'],
      checkpoints.flatMap(({ number, name, figures }) =>
        figures.map(({ split, documents, micro }) => [
          number, name, split, documents, percent(micro.precision), percent(micro.recall), percent(micro.f1), `${percent(micro.low)} to ${percent(micro.high)}`,
        ]),
      ),
    );
  }
  if (checkpoints.some(({ figures }) => figures.length === 0)) process.exitCode = 1;
}

export function addEvaluateCommand(program: Command): void {
  withProjectOptions(program.command('evaluate [checkpoints...]'))
    .description('score checkpoints, by number or id, on what they were not scored on yet; all of them unless given')
    .option('--wait <seconds>', 'for those without a figure', wholeNumber(0, 86_400), 300)
    .action(run);
}
