import { type Command, InvalidArgumentError } from 'commander';

/** What every command about a project takes. */
export const withProjectOptions = (command: Command): Command =>
  command
    .option('-p, --project <id>', 'the project; may be left out where there is only one')
    .option('--as <email>', 'act as this person; the first admin unless given')
    .option('--json', 'print JSON');

/** A whole number within limits, for an option. */
export const wholeNumber = (low: number, high: number) => (text: string): number => {
  const value = Number(text);
  if (Number.isInteger(value) && value >= low && value <= high) return value;
  throw new InvalidArgumentError(`a whole number from ${low} to ${high}`);
};

/** A number within limits, for an option. */
export const numberWithin = (low: number, high: number) => (text: string): number => {
  const value = Number(text);
  if (text.trim() !== '' && value >= low && value <= high) return value;
  throw new InvalidArgumentError(`a number from ${low} to ${high}`);
};
