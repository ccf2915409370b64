import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type ReportLine, parseReportLine } from './report-line';
import type { Suite } from './suites';

export interface SuiteResult {
  readonly passed: number;
  readonly skipped: number;
  readonly failures: readonly ReportLine[];
  /** Names of what was skipped, with the reason in them. */
  readonly skips: readonly string[];
}

const lastLines = (lines: readonly string[], count: number): string => lines.slice(-count).join('\n');

/** Runs a suite to its end; `onCount` is called with what has ended so far. */
export async function runSuite(suite: Suite, onCount: (passed: number, failed: number) => void): Promise<SuiteResult> {
  const child = spawn(process.execPath, suite.command, {
    // Nobody is there to answer, and colours would only blur the log.
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
  });
  let passed = 0;
  const failures: ReportLine[] = [];
  const skips: string[] = [];
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      const report = parseReportLine(line);
      if (!report) {
        said.push(line);
        return;
      }
      if (report.verify === 'passed') passed += 1;
      else if (report.verify === 'failed') failures.push(report);
      else skips.push(report.name);
      onCount(passed, failures.length);
    });
  }
  const [code] = (await once(child, 'close')) as [number | null];
  const hasRunNothing = suite.kind === 'tests' && passed + failures.length + skips.length === 0;
  if ((code !== 0 && failures.length === 0) || hasRunNothing) {
    failures.push({ verify: 'failed', name: suite.name, detail: lastLines(said, 60) || `exit ${code}` });
  } else if (suite.kind === 'check') {
    passed += 1;
  }
  return { passed, skipped: skips.length, failures, skips };
}
