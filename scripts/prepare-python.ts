/**
 * Usage: node scripts/bootstrap.mjs prepare-python
 * Makes the Python environment of the checks. A machine without Python or its package index is no fault here: the suites
 * that need it are told as skipped, with the reason.
 */
import { prepareEnvironment } from './python-checks/prepare-environment';

const environment = prepareEnvironment();
if (environment.kind === 'broken') {
  process.stderr.write(`${environment.detail}\n`);
  process.exitCode = 1;
} else {
  process.stdout.write(`${environment.kind === 'ready' ? environment.python : environment.reason}\n`);
}
