import { AppError, isAppError } from '@/lib/core/errors/app-error';

/** What the decoder says, as an error that a person can act on. */
export function toImageError(error: unknown): AppError {
  if (isAppError(error)) return error;
  return new AppError('broken-file', 'The image is cut off or damaged. Export or scan it again.', {}, { cause: error });
}
