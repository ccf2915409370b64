/**
 * Usage: npm run verify [-- SUITE …]     everything that can be tested on this machine, or the suites named
 *        npm run verify:full             the same and a model that learns on the CPU, some minutes more
 * Ends with one line: "N passed, N failed" (", N skipped" where any were); exit code 0 where nothing failed.
 */
import { Listr, type ListrTask } from 'listr2';
import { type SuiteResult, runSuite } from './verify/run-suite';
import { slowStages, stages, type Suite } from './verify/suites';

const isFull = process.argv.includes('--full');
const asked = process.argv.slice(2).filter((word) => word !== '--full');
const all = [...stages, ...slowStages];
const names = all.flat(2).map(({ name }) => name);
const unknown = asked.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`No suite ${unknown.join(', ')}. There are: ${names.join(', ')}\n`);
  process.exit(2);
}
const isChosen = ({ name }: Suite): boolean => asked.length === 0 || asked.includes(name);
const begun = isFull || asked.length > 0 ? all : stages;
const results = new Map<string, SuiteResult>();

const describe = (name: string, passed: number, failed: number, seconds: number): string =>
  `${name}: ${passed} passed${failed > 0 ? `, ${failed} failed` : ''} (${seconds.toFixed(0)} s)`;

const toTask = (suite: Suite): ListrTask => ({
  title: suite.name,
  task: async (_context, task) => {
    const startedAt = performance.now();
    const result = await runSuite(suite, (passed, failed) => {
      if (process.stdout.isTTY) task.output = `${passed} passed${failed > 0 ? `, ${failed} failed` : ''}`;
    });
    results.set(suite.name, result);
    task.title = describe(suite.name, result.passed, result.failures.length, (performance.now() - startedAt) / 1000);
    if (result.failures.length > 0) throw new Error(`${result.failures.map(({ name }) => name).join(', ')}; see below`);
  },
});

for (const stage of begun) {
  const lanes = stage.map((lane) => lane.filter(isChosen)).filter((lane) => lane.length > 0);
  await new Listr(
    lanes.map((lane) => ({ task: (_context, task) => task.newListr(lane.map(toTask), { exitOnError: false, concurrent: false }) })),
    {
      concurrent: true,
      exitOnError: false,
      // Without a terminal: a line when a suite begins and one when it has ended.
      fallbackRenderer: 'simple',
    },
  ).run();
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);
for (const [name, { failures }] of results) {
  for (const failure of failures) say(`\nFAILED ${name}: ${failure.name}\n${failure.detail}`);
}
const skips = [...results.values()].flatMap((result) => result.skips);
for (const skip of skips) say(`SKIPPED ${skip}`);
const passed = [...results.values()].reduce((sum, result) => sum + result.passed, 0);
const failed = [...results.values()].reduce((sum, result) => sum + result.failures.length, 0);
say(`\n${passed} passed, ${failed} failed${skips.length > 0 ? `, ${skips.length} skipped` : ''}`);
process.exit(failed === 0 ? 0 : 1);
