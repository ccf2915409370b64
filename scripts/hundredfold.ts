/**
 * Usage: npx hundredfold COMMAND --help
 *
 * The workbench from the command line: import, select, rounds, evaluation,
 * export; and scoring of two files, without any database.
 * Exit codes: 0 done, 1 refused or failed, 2 input or arguments that cannot be used.
 */
import { createProgram } from './cli/program';
import { runProgram } from './cli/run-program';

process.exitCode = await runProgram(createProgram(), process.argv);
