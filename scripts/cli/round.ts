import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import type { Actor } from '@/lib/core/access/roles';
import { AppError } from '@/lib/core/errors/app-error';
import type { RoundEvent } from '@/lib/core/round/events';
import type { recipeSchema } from '@/lib/core/round/recipe';
import type { roundInputsSchema } from '@/lib/core/round/round-inputs';
import type { z } from 'zod';
import type { DescribedRound } from '@/lib/server/rounds/describe-round';
import { inProject, type ProjectOptions } from './connect';
import { numberWithin, wholeNumber, withProjectOptions } from './options';
import { percent, printJson, printLine, printTable } from './print';
import { readJsonFile } from './read-json-file';

interface StartOptions extends ProjectOptions {
  readonly recipe?: string;
  readonly epochs?: number;
  readonly warmStartDocuments?: number;
  readonly alpha?: number;
  readonly seed?: number;
  readonly inputs?: string;
  readonly from?: string;
  readonly notes: string;
  readonly watch?: true;
}

type RecipeInput = z.input<typeof recipeSchema>;
type RoundInputsInput = z.input<typeof roundInputsSchema>;

/** A recipe file, with what was given by hand laid over it; the use case checks the whole. */
async function recipeFrom({ recipe, epochs, warmStartDocuments, alpha, seed }: StartOptions): Promise<RecipeInput> {
  const base = recipe === undefined ? {} : ((await readJsonFile(recipe)) as object);
  const given = Object.entries({ epochs, warmStartDocuments, alpha, seed }).filter(([, value]) => value !== undefined);
  return { engine: 'embedded', ...base, ...Object.fromEntries(given) } as RecipeInput;
}

/** A round by its number or id; the newest one unless given. */
async function findRoundId(actor: Actor, projectId: string, given: string | undefined): Promise<string> {
  const { listRounds } = await import('@/lib/server/use-cases/rounds/list-rounds');
  const { rounds } = await listRounds(actor, { projectId, take: 200 });
  const found = given === undefined ? rounds[0] : rounds.find(({ id, number }) => id === given || String(number) === given);
  if (!found) throw new AppError('not-found', given === undefined ? 'This project has no round yet.' : `There is no round ${given} in this project.`);
  return found.id;
}

function describeEvent(event: RoundEvent): string | null {
  if (event.type === 'metrics') {
    const { reward, precision, recall, kl } = event.metrics;
    const divergence = kl === undefined ? '' : `, KL ${kl.toFixed(3)}`;
    return `step ${event.step}: reward ${reward.toFixed(3)}, P ${percent(precision)}, R ${percent(recall)}${divergence}`;
  }
  if (event.type === 'validation') return `validation (${event.name}) at step ${event.step}: F1 ${percent(event.f1)}`;
  if (event.type === 'checkpoint') return `checkpoint ${event.name} at step ${event.step}`;
  if (event.type === 'log') return event.message;
  return event.type === 'failed' ? `failed: ${event.reason}` : null;
}

interface EventLine {
  readonly id: string;
  readonly event: unknown;
}

/** Follows a round to its end; the stream itself ends after some minutes and is taken up again. */
async function watchRound(actor: Actor, projectId: string, roundId: string, isJson: boolean): Promise<DescribedRound> {
  const [{ streamRound }, { getRound }] = await Promise.all([
    import('@/lib/server/use-cases/rounds/stream-round'),
    import('@/lib/server/use-cases/rounds/get-round'),
  ]);
  let since = '0';
  let words = '';
  for (;;) {
    for await (const { event, data } of await streamRound(actor, { projectId, roundId, since })) {
      if (event === 'events') {
        for (const line of data as readonly EventLine[]) {
          since = line.id;
          if (isJson) printJson(line.event);
          else {
            const text = describeEvent(line.event as RoundEvent);
            if (text !== null) printLine(text);
          }
        }
      } else if (event === 'round' && !isJson) {
        const { state, stateInWords } = data as DescribedRound;
        if (state !== words) printLine(stateInWords);
        words = state;
      }
    }
    const round = await getRound(actor, { projectId, roundId });
    if (round.isOver) return round;
  }
}

function endWatch(round: DescribedRound, isJson: boolean): void {
  if (isJson) printJson({ type: 'round', round });
  else printLine(`Round ${round.number}: ${round.stateInWords}`);
  if (round.state !== 'ready') process.exitCode = 1;
}

async function start(options: StartOptions): Promise<void> {
  const recipe = await recipeFrom(options);
  const inputs = options.inputs === undefined ? {} : { inputs: (await readJsonFile(options.inputs)) as RoundInputsInput };
  await inProject(options, async (actor, projectId) => {
    const { startRound } = await import('@/lib/server/use-cases/rounds/start-round');
    const round = await startRound(actor, {
      projectId, requestId: randomUUID(), recipe, notes: options.notes, parentCheckpointId: options.from ?? null, ...inputs,
    });
    if (options.json) printJson(round);
    else printLine(`Round ${round.number} is ${round.state}.`);
    if (options.watch) endWatch(await watchRound(actor, projectId, round.id, options.json === true), options.json === true);
  });
}

async function watch(given: string | undefined, options: ProjectOptions): Promise<void> {
  await inProject(options, async (actor, projectId) => {
    const roundId = await findRoundId(actor, projectId, given);
    endWatch(await watchRound(actor, projectId, roundId, options.json === true), options.json === true);
  });
}

async function cancel(given: string | undefined, options: ProjectOptions): Promise<void> {
  const outcome = await inProject(options, async (actor, projectId) => {
    const { cancelRound } = await import('@/lib/server/use-cases/rounds/cancel-round');
    return cancelRound(actor, { projectId, roundId: await findRoundId(actor, projectId, given) });
  });
  if (options.json) printJson(outcome);
  else printLine(outcome.state === 'cancelled' ? 'The round is cancelled.' : `The round is ${outcome.state}; it ends within seconds.`);
}

async function list(options: ProjectOptions): Promise<void> {
  const { rounds } = await inProject(options, async (actor, projectId) => {
    const { listRounds } = await import('@/lib/server/use-cases/rounds/list-rounds');
    return listRounds(actor, { projectId });
  });
  if (options.json) printJson(rounds);
  else printTable(['round', 'state', 'labels', 'by', 'made'], rounds.map((round) => [round.number, round.stateInWords, round.labels ?? '', round.createdBy ?? '', round.createdAt.slice(0, 16).replace('T', ' ')]));
}

export function addRoundCommands(program: Command): void {
  const round = program.command('round').description('start, follow and cancel rounds');
  withProjectOptions(round.command('start'))
    .description('train on the gold of now')
    .option('--recipe <file>', 'a recipe as JSON; the defaults of the embedded engine unless given')
    .option('--from <checkpoint>', 'id of the checkpoint to start from; the base model unless given')
    .option('--inputs <file>', 'teacher, preferences, passRates and allow as JSON (docs/guides/leads.md)')
    .option('--epochs <n>', 'passes over the training documents', wholeNumber(0, 200))
    .option('--warm-start-documents <n>', 'labelled documents for the warm start', wholeNumber(1, 10_000))
    .option('--alpha <a>', 'precision (1) against recall (0) in the reward', numberWithin(0, 1))
    .option('--seed <n>', 'of everything left to chance', wholeNumber(0, 2 ** 31 - 1))
    .option('--notes <text>', 'kept with the round', '')
    .option('--watch', 'follow it to its end')
    .action(start);
  withProjectOptions(round.command('watch [round]')).description('follow a round, by number or id; the newest unless given').action(watch);
  withProjectOptions(round.command('cancel [round]')).description('end a round; the newest unless given').action(cancel);
  withProjectOptions(round.command('list')).description('list rounds, newest first').action(list);
}
