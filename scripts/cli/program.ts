import { Command } from 'commander';
import { addEvaluateCommand } from './evaluate';
import { addExportCommand } from './export';
import { addImportCommand } from './import';
import { addProjectCommands } from './project';
import { addRoundCommands } from './round';
import { addScoreCommand } from './score';
import { addSelectCommand } from './select';

/** All commands, with their help; parsing decides which one runs. */
export function createProgram(): Command {
  const program = new Command('hundredfold')
    .description('From about 100 labelled documents to a specialist extractor.')
    .showHelpAfterError('(add --help for what can be given)')
    .addHelpText('after', '\nExit codes: 0 done, 1 refused or failed, 2 input or arguments that cannot be used.');
  addProjectCommands(program);
  addImportCommand(program);
  addSelectCommand(program);
  addRoundCommands(program);
  addEvaluateCommand(program);
  addExportCommand(program);
  addScoreCommand(program);
  return program;
}
