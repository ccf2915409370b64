import type { Reporter, TestCase, TestModule } from 'vitest/node';
import type { ReportLine } from './report-line';

interface Failure {
  readonly message?: string;
  readonly stack?: string;
  readonly diff?: string;
}

/** The part of the stack that is ours. */
const ownStack = (stack: string): string =>
  stack
    .split('\n')
    .filter((line) => !/node_modules|node:internal/.test(line))
    .join('\n');

const describeErrors = (errors: readonly Failure[]): string =>
  errors
    .map(({ message = 'failed', stack = '', diff = '' }) =>
      [stack.includes(message) ? '' : message, ownStack(stack), diff].join('\n').trim(),
    )
    .join('\n');

function say(line: ReportLine): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** Tells `scripts/verify.ts` of each test as it ends. */
export default class LineReporter implements Reporter {
  onTestCaseResult(test: TestCase): void {
    const { state, errors } = test.result();
    if (state === 'pending') return;
    say({ verify: state, name: `${test.module.relativeModuleId} > ${test.fullName}`, detail: describeErrors(errors ?? []) });
  }

  onTestModuleEnd(module: TestModule): void {
    // A file that cannot be loaded, or a hook of it, has failed without a test to say so.
    const errors = [...module.errors(), ...[...module.children.allSuites()].flatMap((suite) => suite.errors())];
    if (errors.length > 0) say({ verify: 'failed', name: module.relativeModuleId, detail: describeErrors(errors) });
  }

  onTestRunEnd(_modules: readonly TestModule[], unhandled: readonly Failure[]): void {
    if (unhandled.length > 0) say({ verify: 'failed', name: 'errors outside of tests', detail: describeErrors(unhandled) });
  }
}
