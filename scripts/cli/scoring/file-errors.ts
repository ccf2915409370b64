import { AppError } from '@/lib/core/errors/app-error';
import { ChangedWhileRead } from '@/lib/core/scoring';
import { UnusableInput } from '../unusable-input';

const chain = (error: unknown): Error[] => (error instanceof Error ? [error, ...chain(error.cause)] : []);

const codeOf = (error: Error): unknown => ('code' in error ? error.code : undefined);

/** Whoever read the output has seen enough of it. */
export const isBrokenPipe = (error: unknown): boolean => chain(error).some((link) => codeOf(link) === 'EPIPE');

/** The index tells of a full disk in its message alone. */
export const isFull = (error: unknown): boolean =>
  chain(error).some((link) => ['ENOSPC', 'EDQUOT'].includes(String(codeOf(link))) || /no space left|quota exceeded/i.test(link.message));

/**
 * What can go wrong with files while they are scored, in words that say what to
 * do; any other error as it is.
 * @param temporary folder of what is kept meanwhile
 */
export function inWords(error: unknown, temporary: string): unknown {
  if (error instanceof ChangedWhileRead) return new UnusableInput(error.message, { cause: error });
  if (!isFull(error)) return error;
  const message = `No space is left, in ${temporary} or where the output goes. TMPDIR names another folder for what is kept meanwhile.`;
  return new AppError('unavailable', message, {}, { cause: error });
}
