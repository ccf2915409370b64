/**
 * Usage: node scripts/bootstrap.mjs check-python
 * Ruff, mypy and pytest over trainer/; one JSON object a line, as `verify` reads them. Exit code 1 where one failed.
 */
import { runPythonChecks } from './python-checks/run-python-checks';

runPythonChecks((line) => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
  if (line.verify === 'failed') process.exitCode = 1;
});
