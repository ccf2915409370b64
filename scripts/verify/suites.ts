/** One line of `npm run verify`. */
export interface Suite {
  readonly name: string;
  /** What is run, from the project's folder: a package's program (see `tool` of bootstrap.mjs) or one of our scripts. */
  readonly command: readonly string[];
  /** `tests`: vitest with our reporter, counted one by one. `check`: one test that passes with exit code 0. */
  readonly kind: 'check' | 'tests';
}

const bootstrap = ['scripts/bootstrap.mjs'];
const tests = (name: string, project: string, ...paths: readonly string[]): Suite => ({
  name,
  kind: 'tests',
  command: [
    ...bootstrap, 'tool', 'vitest', 'run', '--project', project, '--reporter', './scripts/verify/line-reporter.ts', ...paths,
  ],
});

/** Suites that run one after another. */
export type Lane = readonly Suite[];

/**
 * The lanes of a stage run side by side, one stage after another. Two lanes keep two cores busy, since much of a test is
 * waiting. The first stage makes what suites of both lanes use after it: the Python environment and the pages. From quick
 * to slow: what fails early is known early.
 */
export const stages: readonly (readonly Lane[])[] = [
  [
    [
      { name: 'types', kind: 'check', command: [...bootstrap, 'tool', 'tsc', '-p', '.'] },
      { name: 'lint', kind: 'check', command: [...bootstrap, 'lint'] },
      tests('house', 'core', 'tests/architecture.test.ts', 'tests/documentation.test.ts', 'tests/messages.test.ts'),
      tests('core', 'core', 'tests/core'),
    ],
    [
      { name: 'python', kind: 'check', command: [...bootstrap, 'prepare-python'] },
      { name: 'build', kind: 'check', command: [...bootstrap, 'build'] },
    ],
  ],
  [
    [
      tests('contract', 'core', 'tests/contract'),
      tests('integration', 'integration', 'tests/integration'),
      tests('access', 'integration', 'tests/access'),
      tests('faults', 'faults', 'tests/faults'),
    ],
    [{ name: 'trainer', kind: 'tests', command: [...bootstrap, 'check-python'] }, tests('e2e', 'e2e', 'tests/e2e')],
  ],
];

/** What `verify:full` adds: minutes of training, to see that the trainer teaches a model something. */
export const slowStages: typeof stages = [[[tests('learning', 'learning', 'tests/learning')]]];
