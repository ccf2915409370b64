/**
 * Every refusal a person can meet has a code here. The table that turns codes
 * into HTTP status and words is `error-table.ts`; nothing else decides either.
 */
export const errorCodes = [
  'unauthenticated',
  'forbidden',
  'not-found',
  'invalid-input',
  'conflict',
  'out-of-step',
  'rate-limited',
  'too-large',
  'unsupported-file',
  'broken-file',
  'encrypted-file',
  'unsafe-archive',
  'duplicate',
  'does-not-fit-schema',
  'not-ready',
  'locked',
  'unavailable',
  'internal',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/**
 * An expected failure. `message` names the thing and what to do, and never
 * holds a value of a field marked `x-phi`; `details` is for programs.
 */
export class AppError extends Error {
  override readonly name = 'AppError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export const isAppError = (error: unknown): error is AppError => error instanceof AppError;
