import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseReportLine, type ReportLine } from '../verify/report-line';
import { prepareEnvironment } from './prepare-environment';

export type Report = (line: ReportLine) => void;

const trainer = path.resolve('trainer');
const testLines = path.resolve('.data/python/tests.jsonl');

const checks = [
  { name: 'trainer > ruff check', args: ['ruff', 'check', '.'] },
  { name: 'trainer > ruff format', args: ['ruff', 'format', '--check', '.'] },
  { name: 'trainer > mypy --strict', args: ['mypy', '--strict'] },
] as const;

const lastLines = (text: string): string => text.trim().split('\n').slice(-60).join('\n');

function runModule(python: string, args: readonly string[]): { readonly isDone: boolean; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(python, ['-m', ...args], {
    cwd: trainer,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    // The plugin that tells of each test lives beside the tests.
    env: {
      ...process.env,
      PYTHONPATH: path.join(trainer, 'tests'),
      PYTHONDONTWRITEBYTECODE: '1',
      // Threads that spin make small models many times slower on busy cores; no test asks a hub for anything.
      OMP_NUM_THREADS: '1',
      HF_HUB_OFFLINE: '1',
    },
  });
  return { isDone: status === 0, said: lastLines(`${stdout ?? ''}${stderr ?? ''}`) };
}

function runTests(python: string, report: Report): void {
  rmSync(testLines, { force: true });
  const { isDone, said } = runModule(python, ['pytest', '--quiet', '-p', 'report_lines', '--report-lines', testLines]);
  const written = existsSync(testLines) ? readFileSync(testLines, 'utf8').split('\n') : [];
  const lines = written.map(parseReportLine).filter((line) => line !== null);
  for (const line of lines) report(line);
  const isExplained = lines.some((line) => line.verify === 'failed');
  if ((!isDone && !isExplained) || lines.length === 0) report({ verify: 'failed', name: 'trainer > pytest', detail: said });
}

/**
 * The trainer's own checks in an environment of its own: ruff, mypy and each
 * test of pytest, told one by one. What the machine lacks is told as skipped.
 * Run from the project's folder.
 */
export function runPythonChecks(report: Report): void {
  const environment = prepareEnvironment();
  if (environment.kind === 'lacking') {
    report({ verify: 'skipped', name: `trainer's checks: ${environment.reason}`, detail: '' });
    return;
  }
  if (environment.kind === 'broken') {
    report({ verify: 'failed', name: 'trainer > install', detail: lastLines(environment.detail) });
    return;
  }
  for (const { name, args } of checks) {
    const { isDone, said } = runModule(environment.python, args);
    report({ verify: isDone ? 'passed' : 'failed', name, detail: isDone ? '' : said });
  }
  runTests(environment.python, report);
}
