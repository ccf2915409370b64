import { Listr } from 'listr2';
import { describeEvent } from '@/lib/server/supervisor/events';
import { onInterrupt } from '@/lib/server/supervisor/interrupt';
import { type Stack, startStack } from '@/lib/server/supervisor/stack';
import { issueDemoLinks } from './people';
import { type DemoContext, loopTasks } from './tasks';
import { collectFigures, formatFigures, writeFigures } from './summary';

export interface DemoOptions {
  /** Exit after the summary instead of staying up. */
  readonly isOnce: boolean;
  readonly jsonFile: string | null;
  readonly isSmall: boolean;
}

const fullSize: DemoContext['size'] = { pool: 200, validation: 20, test: 40, transfer: 20, picks: 100, more: 12 };
const smallSize: DemoContext['size'] = { pool: 40, validation: 13, test: 13, transfer: 8, picks: 20, more: 5 };

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function printLinks(stack: Stack): Promise<void> {
  say(`\nHundredfold is at ${stack.url}\nEach of these links signs in once:`);
  for (const { role, name, url } of await issueDemoLinks(stack.url)) say(`  ${role.padEnd(10)} ${name.padEnd(15)} ${url}`);
}

/**
 * Runs the demo from start to summary.
 * @throws Error that names the stage which failed; everything started is stopped.
 */
export async function runDemo({ isOnce, jsonFile, isSmall }: DemoOptions): Promise<void> {
  const startedMs = performance.now() - process.uptime() * 1000;
  const elapsed = (): number => (performance.now() - startedMs) / 1000;
  const abort = new AbortController();
  let stack: Stack | undefined;
  // While the list of tasks is on the screen it owns the terminal: what a part says then is printed after it.
  const notes: string[] = [];
  let report = say;
  onInterrupt(async () => {
    abort.abort();
    report = say;
    await stack?.stop();
  });
  let firstPageSeconds = 0;
  const context: DemoContext = { size: isSmall ? smallSize : fullSize, signal: abort.signal, picked: 0, roundId: null };
  const tasks = new Listr<DemoContext>(
    [
      {
        title: 'Start PostgreSQL, web and worker',
        task: async (_context, task) => {
          report = (line) => {
            task.output = line;
          };
          stack = await startStack({
            mode: 'production',
            settings: { DEMO: '1', LOG_LEVEL: 'warn' },
            onEvent: (event) => report(describeEvent(event)),
          });
          report = (line) => void notes.push(line);
          firstPageSeconds = elapsed();
          task.title = `The workbench is at ${stack.url} (${firstPageSeconds.toFixed(0)} s)`;
        },
      },
      ...loopTasks,
    ],
    { ctx: context, registerSignalListeners: false, rendererOptions: { collapseSubtasks: false }, fallbackRendererCondition: () => !process.stdout.isTTY },
  );
  try {
    await tasks.run().finally(() => (report = say));
    if (!stack || context.roundId === null) throw new Error('The demo ended before its round.');
    const figures = await collectFigures(context.roundId, context.picked, { firstPage: firstPageSeconds, loop: elapsed() }, stack.url);
    for (const note of notes) say(note);
    say(`\n${formatFigures(figures)}`);
    if (jsonFile !== null) await writeFigures(jsonFile, figures);
    if (!isOnce) {
      await printLinks(stack);
      say('Ctrl-C stops everything. The data stays in .data; "npm run reset" deletes it.');
      return;
    }
  } catch (error) {
    await stack?.stop();
    if (abort.signal.aborted) return;
    throw error;
  }
  await stack.stop();
  process.exit(0);
}
